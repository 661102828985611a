import js from "@eslint/js";
import next from "@next/eslint-plugin-next";
import a11y from "eslint-plugin-jsx-a11y";
import hooks from "eslint-plugin-react-hooks";
import typescript from "typescript-eslint";

const code = ["**/*.ts", "**/*.tsx", "**/*.mts"];
const application = ["app/**/*.{ts,tsx}", "lib/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"];
const limit = (max) => ["error", { max, skipComments: true, skipBlankLines: true }];

export default typescript.config(
  {
    ignores: [
      "node_modules/",
      ".next/",
      ".next-*/",
      ".data/",
      "lib/db/generated/",
      "next-env.d.ts",
      "playwright-report/",
      "test-results/",
      "coverage/",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true } },
  js.configs.recommended,
  {
    files: code,
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      // `as const` stays allowed; a brand is made by a type guard or by zod, not by assertion.
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/no-misused-spread": [
        "error",
        { allow: [{ from: "lib", name: "string" }, "string"] },
      ],
      // The one `var` TypeScript needs is a declaration on globalThis.
      "no-var": "off",
    },
  },
  {
    files: application,
    plugins: { "@next/next": next },
    rules: {
      ...next.configs["core-web-vitals"].rules,
      "no-console": "error",
    },
  },
  {
    files: ["**/*.tsx"],
    extends: [a11y.flatConfigs.strict, hooks.configs.flat.recommended],
  },
  {
    rules: { "max-lines": ["error", 300], "max-lines-per-function": limit(60) },
  },
  {
    files: ["components/**/*.{ts,tsx}", "app/**/*.tsx"],
    rules: { "max-lines-per-function": limit(120) },
  },
  {
    // A describe block is one function.
    files: ["tests/**"],
    rules: { "max-lines-per-function": "off" },
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        Buffer: "readonly",
        setInterval: "readonly",
        clearInterval: "readonly",
        setTimeout: "readonly",
      },
    },
  },
);
