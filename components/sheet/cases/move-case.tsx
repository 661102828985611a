"use client";

import { ArrowRightLeft } from "lucide";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useReader } from "@/components/reader/use-reader";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { Icon } from "@/components/ui/marks/icon";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { pick } from "@/lib/i18n/pick";
import type { RungDefinition } from "@/lib/scoring";
import type { SheetCase } from "@/lib/sheet/types";
import type { ValueEditor } from "../state/use-value-editor";

interface MoveCaseProps {
  item: SheetCase;
  rung: RungDefinition;
  editor: ValueEditor;
}

/** A case that stands at the wrong rung or value goes to another one instead of being typed again. */
export function MoveCase({ item, rung, editor }: MoveCaseProps) {
  const text = useTranslations("sheet.case");
  const actions = useTranslations("common.actions");
  const { locale } = useReader();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState("");
  const places = editor.placesFor(item).flatMap(({ key, name, gated, rungs }) =>
    rungs.map(({ point, statement }) => {
      const words = {
        value: pick(name, locale),
        gated: gated ? "yes" : "no",
        point,
        statement: pick(statement, locale),
      };
      return { id: `${key}:${point}`, key, point, words };
    }),
  );
  if (places.length === 0) return null;
  const place = places.find(({ id }) => id === chosen);
  const move = () => {
    if (place === undefined) return;
    setOpen(false);
    const undo = editor.moveCase(rung, item, { value: place.key, point: place.point });
    toast({
      title: text("moved", place.words),
      action: { label: actions("undo"), onAction: undo },
    });
  };
  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        icon={<Icon of={ArrowRightLeft} className="size-4" />}
        aria-label={text("moveNamed", { title: item.title.trim() || text("untitled") })}
        onClick={() => {
          setChosen("");
          setOpen(true);
        }}
      >
        {text("move")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={text("moveTitle")}
        description={text("moveBody")}
        keep={null}
        confirmLabel={text("moveAction")}
        disabledReason={place === undefined ? text("moveChoose") : null}
        onConfirm={move}
      >
        <Field label={text("moveTo")} hint={place && text("movePlace", place.words)}>
          <Select
            name="place"
            placeholder={text("moveChoose")}
            value={chosen}
            onChange={({ target }) => setChosen(target.value)}
            options={places.map(({ id, words }) => ({
              value: id,
              label: text("movePlace", words),
            }))}
          />
        </Field>
      </ConfirmDialog>
    </>
  );
}
