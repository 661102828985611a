import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import { isScorable, maxOfFramework, type FrameworkDocument } from "@/lib/scoring";
import { documentSchemas } from "@/lib/scoring/documents/json-schema";
import type { Options, SchemaName } from "../options";
import { inputSchema } from "../read/appraisal";
import { documentOfOption, frameworkKind } from "../ruleset";
import type { Io } from "../run";
import { Faults, refuse } from "../faults";
import { plain, say, type Language } from "../words";
import { outputTo } from "../write/file";
import { streamOutput } from "../write/output";
import { templateWorkbook } from "../write/template";
import { padEnd, widthOf } from "../write/width";

const root = path.resolve(import.meta.dirname, "../../..");

function version(): string {
  const text = readFileSync(path.join(root, "package.json"), "utf8");
  return z.object({ version: z.string().max(40) }).parse(JSON.parse(text)).version;
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  const line = (row: readonly string[]) =>
    `  ${row.map((cell, column) => padEnd(cell, widths[column] ?? 0)).join("  ")}`.trimEnd();
  return rows.map(line).join("\n");
}

/** The presets with their names; what a framework consists of. */
function presetList(language: Language): string {
  const joint = language === "zh" ? "、" : ", ";
  const frameworks = frameworkPresets.map((framework) => [
    framework.key,
    framework.name[language],
    isScorable(framework)
      ? say(language, "list-framework", {
          values: framework.values.length,
          max: maxOfFramework(framework) / 2,
        })
      : say(language, "list-without-rungs"),
  ]);
  const values = frameworkPresets
    .filter(isScorable)
    .map(({ key, values: list }) => [
      key,
      list.map((value) => `${value.key} ${value.name[language]}`).join(joint),
    ]);
  const policies = policyPresets.map((policy) => [
    policy.key,
    policy.name[language],
    policy.bands.map(({ name }) => name[language]).join(joint),
  ]);
  return [
    say(language, "list-frameworks"),
    columns(frameworks),
    "",
    say(language, "list-policies"),
    columns(policies),
    "",
    say(language, "list-values"),
    columns(values),
    "",
  ].join("\n");
}

const schemas: Readonly<Record<SchemaName, () => object>> = {
  framework: () => documentSchemas.framework,
  policy: () => documentSchemas.policy,
  input: () => z.toJSONSchema(inputSchema, { io: "input" }),
};

function help(language: Language): string {
  const text = readFileSync(path.join(import.meta.dirname, `${language}.txt`), "utf8");
  return text.replace("{presets}", presetList(language).trimEnd());
}

async function template(options: Options, io: Io) {
  const { language, template: file, framework: name } = options;
  if (file === null || !/\.xlsx$/i.test(file)) refuse(say(language, "template-needs-xlsx"));
  // A template that was filled in already must not be lost.
  if (existsSync(path.resolve(io.folder, file)))
    refuse(say(language, "file-exists", { file: plain(file, 200) }));
  const faults: Faults = new Faults(language);
  const resolve = (one: string) => path.resolve(io.folder, one);
  const framework: FrameworkDocument | null =
    name === null
      ? (frameworkPresets[0] ?? null)
      : documentOfOption(frameworkKind, name, resolve, faults);
  if (framework === null) faults.stop();
  const output = outputTo(resolve(file), language);
  try {
    await output.write(await templateWorkbook(framework, language));
    await output.end();
  } catch (error) {
    output.abandon();
    throw error;
  }
  io.stderr.write(`${say(language, "template-written", { file: plain(file, 200) })}\n`);
}

/** Everything that is no check: help, version, presets, schemas, a template to fill. */
export async function inform(options: Options, io: Io): Promise<0> {
  const { language, task, schema } = options;
  if (task === "template") {
    await template(options, io);
    return 0;
  }
  const output = streamOutput(io.stdout);
  if (task === "version") await output.write(`${version()}\n`);
  else if (task === "list") await output.write(presetList(language));
  else if (schema !== null) await output.write(`${JSON.stringify(schemas[schema](), null, 2)}\n`);
  else await output.write(help(language));
  await output.end();
  return 0;
}
