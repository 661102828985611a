import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { numberTail } from "./number-tail";
import { Watermark } from "./watermark";

interface ReaderMarkProps {
  reader: { readonly name: string; readonly number: string };
  now: Date;
}

/** The watermark of the one who reads: name, the marked tail of the number, the moment. */
export function ReaderMark({ reader, now }: ReaderMarkProps) {
  const text = useTranslations("result");
  const { moment } = useReader();
  const tail = numberTail(reader.number);
  return <Watermark text={text("watermark", { name: reader.name, tail, when: moment(now) })} />;
}
