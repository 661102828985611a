import { NothingHere } from "@/components/shell/nothing-here";

/** Inside the shell, whose `main` it stands in. */
export default function NotFound() {
  return <NothingHere />;
}
