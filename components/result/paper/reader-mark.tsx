import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Watermark } from "./watermark";

interface ReaderMarkProps {
  reader: { readonly name: string; readonly number: string };
  now: Date;
}

/** The watermark of the one who reads: name, the tail of the number, the moment. */
export function ReaderMark({ reader, now }: ReaderMarkProps) {
  const text = useTranslations("result");
  const { moment } = useReader();
  const tail = reader.number.slice(-4);
  return <Watermark text={text("watermark", { name: reader.name, tail, when: moment(now) })} />;
}
