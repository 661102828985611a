/** All demo accounts share this password; it guards nothing but made-up people. */
export const demoPassword = "tongguan-demo";

/** Argon2id of `demoPassword`, with the parameters of lib/auth/passwords: kept, so that two seeds are the same. */
export const demoPasswordHash =
  "$argon2id$v=19$m=19456,t=2,p=1$/4axg5XAQrCaJNu9XBYUGw$PdMN93oKvBdxO/LAja1Izu2mc0uIXkl028ywrFVkdgs";

const roles = [
  ["员工（自评中） · employee, self-review", "010472", "周宁"],
  ["员工（看结果） · employee with a result", "007015", "秦越"],
  ["直接主管 · manager", "004310", "林岚"],
  ["隔级主管 · second-level manager", "000126", "严敏"],
  ["HR 伙伴（客户服务） · HR partner", "004190", "叶青"],
  ["事业部负责人 · division head", "000018", "陈默"],
  ["HR 管理员 · HR administrator", "003314", "苏念"],
  ["首席执行官 · chief executive", "000001", "江知远"],
] as const;

/** One person for every role, for the README and the start command. */
export const demoSignIns: readonly {
  readonly role: string;
  readonly login: string;
  readonly name: string;
  readonly password: string;
}[] = roles.map(([role, login, name]) => ({ role, login, name, password: demoPassword }));
