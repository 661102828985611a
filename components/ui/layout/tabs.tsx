"use client";
import * as RadixTabs from "radix-ui/tabs";
import type { ReactNode } from "react";

export interface Tab {
  value: string;
  label: ReactNode;
  content: ReactNode;
}

interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  defaultValue?: string;
  value?: string;
  onValueChange?: (value: string) => void;
}

/** The panels stay mounted, so that what was typed in one survives a look at another. */
export function Tabs({ label, tabs, defaultValue, value, onValueChange }: TabsProps) {
  const first = tabs[0]?.value;
  const initial = defaultValue ?? first;
  return (
    <RadixTabs.Root
      {...(value === undefined
        ? initial === undefined
          ? {}
          : { defaultValue: initial }
        : { value })}
      {...(onValueChange ? { onValueChange } : {})}
    >
      <RadixTabs.List
        aria-label={label}
        className="mb-4 flex gap-6 overflow-x-auto border-b border-line"
      >
        {tabs.map((tab) => (
          <RadixTabs.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px min-h-10 border-b-2 border-transparent whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink data-[state=active]:border-jade data-[state=active]:font-semibold data-[state=active]:text-ink max-md:min-h-11"
          >
            {tab.label}
          </RadixTabs.Trigger>
        ))}
      </RadixTabs.List>
      {tabs.map((tab) => (
        <RadixTabs.Content
          key={tab.value}
          value={tab.value}
          forceMount
          className="data-[state=inactive]:hidden"
        >
          {tab.content}
        </RadixTabs.Content>
      ))}
    </RadixTabs.Root>
  );
}
