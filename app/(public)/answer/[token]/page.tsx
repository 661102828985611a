import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { AnswerView } from "@/components/answer/answer-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { addressOf } from "@/lib/auth/web/address";
import { readQuestion } from "@/lib/beneficiary/queries";
import { clock } from "@/lib/clock";

interface Props {
  params: Promise<{ token: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("answer"))("title");
  return { title, referrer: "no-referrer", robots: { index: false, follow: false } };
}

export default async function AnswerPage({ params }: Props) {
  const { token } = await params;
  const address = addressOf(await headers());
  const question = await readQuestion({ now: clock.now(), address }, token);
  return (
    <MessagesScope namespaces={["answer"]}>
      <AnswerView token={token} question={question} />
    </MessagesScope>
  );
}
