import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DecisionDossier, DossierValue, ReadingQueue } from "@/lib/dossier/types";
import { OnwardFrom } from "./decision/use-decided";
import { DossierHeader } from "./dossier-header";
import { History } from "./history";
import { EarlierFives } from "./reading/earlier-fives";
import { Arrival } from "./reading/arrival";
import { placeHref } from "./reading/href";
import { MeaningCard } from "./reading/meaning";
import { Progress, type Room } from "./reading/progress";
import { Queue } from "./reading/queue";
import { QueueFold } from "./reading/queue-fold";
import { Sums } from "./sums/sums";
import { FocusCard, ValueCard } from "./value-card";

export interface ReadingPage {
  readonly dossier: DecisionDossier;
  readonly queue: ReadingQueue;
  /** The value that is read where single scores are decided on; null: the whole sheet. */
  readonly focus: string | null;
  readonly now: Date;
}

interface DossierViewProps extends ReadingPage {
  room: Room;
  /** Of the values that are not in focus, those to unfold. */
  opens?: (value: DossierValue) => boolean;
  /** Decisions on one value, at its foot. */
  valueActions?: (value: DossierValue) => ReactNode;
  /** Between the heading and the values, e.g. what is asked of the reader. */
  lead?: ReactNode;
  /** Beside the value that is read, e.g. what is like it. */
  aside?: ReactNode;
  /** After everything, e.g. the decision on the whole sheet. */
  children?: ReactNode;
}

/** One appraisal in the room of who decides: the queue at the left, what is read in the middle, what helps to judge it at the right. */
export function DossierView({ room, dossier, queue, focus, now, ...shown }: DossierViewProps) {
  const { opens = () => false, valueActions, lead, aside, children } = shown;
  const text = useTranslations("dossier.reading");
  const { values, sums } = dossier;
  const read = values.find(({ key }) => key === focus);
  const others = values.filter((value) => value !== read);
  const { onward } = queue;
  return (
    <OnwardFrom list={room.href} next={onward === null ? null : placeHref(room.href, onward)}>
      <Arrival place={`${dossier.appraisalId} ${focus}`} />
      <Progress queue={queue} room={room} />
      <div className="grid items-start gap-5 lg:grid-cols-[13.5rem_minmax(0,1fr)] xl:grid-cols-[13.5rem_minmax(0,1fr)_16rem]">
        <QueueFold>
          <Queue queue={queue} room={room.href} />
        </QueueFold>
        <div className="grid min-w-0 gap-3">
          <DossierHeader dossier={dossier} now={now} />
          {lead}
          {read === undefined ? null : <FocusCard value={read} actions={valueActions?.(read)} />}
          {read === undefined || others.length === 0 ? null : (
            <h2 className="mt-3 text-base">{text("others")}</h2>
          )}
          {others.map((value) => (
            <ValueCard
              key={value.key}
              value={value}
              open={opens(value)}
              actions={valueActions?.(value)}
            />
          ))}
          <History entries={dossier.history} values={values} />
          {children}
        </div>
        <aside aria-label={text("beside")} className="grid min-w-0 gap-3 lg:max-xl:col-start-2">
          {aside}
          {read?.routing.approve === true ? (
            <EarlierFives
              fives={dossier.earlierFives.filter(({ valueKey }) => valueKey === read.key)}
            />
          ) : null}
          {read === undefined ? null : <MeaningCard value={read} />}
          {sums === null ? null : <Sums sums={sums} />}
        </aside>
      </div>
    </OnwardFrom>
  );
}
