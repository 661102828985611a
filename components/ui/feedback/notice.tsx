import clsx from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type NoticeTone = "info" | "warn" | "danger" | "success";

interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  actions?: ReactNode;
  /** Announce it when it appears after an action. */
  live?: boolean;
  children?: ReactNode;
}

const looks = {
  info: { box: "border-indigo-soft bg-indigo-soft/40", mark: "text-indigo", icon: Info },
  warn: { box: "border-amber-line bg-amber-wash", mark: "text-amber", icon: TriangleAlert },
  danger: { box: "border-rust bg-card", mark: "text-rust", icon: CircleAlert },
  success: { box: "border-jade-soft bg-jade-wash", mark: "text-jade", icon: CircleCheck },
} as const;

export function Notice({ tone = "info", title, actions, live = false, children }: NoticeProps) {
  const text = useTranslations("common.notice");
  const { box, mark, icon } = looks[tone];
  const role = live ? { role: tone === "danger" ? "alert" : "status" } : {};
  return (
    <div
      {...role}
      className={clsx(
        "flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border px-4 py-3",
        box,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-60 items-start gap-x-3">
        <Icon of={icon} label={text(tone)} className={clsx("mt-0.75 size-4.5 shrink-0", mark)} />
        <div className="min-w-0 flex-1">
          {title ? <p className="font-semibold">{title}</p> : null}
          {children ? (
            <div className={title ? "text-sm text-ink-2" : undefined}>{children}</div>
          ) : null}
        </div>
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
