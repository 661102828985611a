import { Notice } from "@/components/ui/feedback/notice";

/** Why nothing was done, where it belongs to no field; nothing where it was. */
export function Problem({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <Notice tone="danger" live>
      {text}
    </Notice>
  );
}
