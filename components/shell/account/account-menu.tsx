"use client";
import { KeyRound, LogOut, UserCheck, UsersRound } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import { useSignOut } from "./use-sign-out";
import { useKeysOn, writeKeysOn } from "@/components/sheet/keyboard/preference";
import { Avatar } from "@/components/ui/marks/avatar";
import { Menu, MenuChoices, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/overlay/menu";
import type { Theme } from "../choices/theme";
import { useLocaleChoice } from "../choices/use-locale-choice";
import { useTheme } from "../choices/use-theme";

export interface Person {
  name: string;
  employeeNumber: string;
}

/** On a phone it also holds the choices the header has no room for. */
export function AccountMenu({ person, theme: initial }: { person: Person; theme: Theme }) {
  const text = useTranslations("shell");
  const { locale, choose, options: languages } = useLocaleChoice();
  const keys = useTranslations("common.shortcuts");
  const keysOn = useKeysOn();
  const { theme, choose: chooseTheme, options, label } = useTheme(initial);
  const { leave } = useSignOut();
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={text("account", { name: person.name })}
          className="grid place-items-center rounded-full max-md:size-11"
        >
          <Avatar name={person.name} />
        </button>
      }
    >
      <div className="px-2.5 py-1.5">
        <p className="font-semibold">
          <bdi>{person.name}</bdi>
        </p>
        <p className="text-xs text-ink-2 tabular">
          {text("employeeNumber", { number: person.employeeNumber })}
        </p>
      </div>
      <MenuSeparator />
      <div className="md:hidden">
        <MenuChoices
          label={text("language")}
          value={locale}
          options={languages}
          onChange={choose}
        />
        <MenuSeparator />
        <MenuChoices label={label} value={theme} options={options} onChange={chooseTheme} />
        <MenuSeparator />
      </div>
      <MenuLink href="/delegation" icon={<Icon of={UserCheck} className="size-4 text-ink-2" />}>
        {text("delegation")}
      </MenuLink>
      <MenuLink href="/relations" icon={<Icon of={UsersRound} className="size-4 text-ink-2" />}>
        {text("relations")}
      </MenuLink>
      <MenuLink href="/security" icon={<Icon of={KeyRound} className="size-4 text-ink-2" />}>
        {text("security")}
      </MenuLink>
      <div className="max-md:hidden">
        <MenuSeparator />
        <MenuChoices
          label={keys("label")}
          value={keysOn ? "on" : "off"}
          options={[
            { value: "on", label: keys("choiceOn") },
            { value: "off", label: keys("choiceOff") },
          ]}
          onChange={(value) => writeKeysOn(value === "on")}
        />
        <MenuSeparator />
      </div>
      <MenuItem onSelect={leave} icon={<Icon of={LogOut} className="size-4 text-ink-2" />}>
        {text("signOut")}
      </MenuItem>
    </Menu>
  );
}
