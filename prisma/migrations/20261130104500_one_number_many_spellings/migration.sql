-- Two spellings of a 工号 are one: full width, spaces, what nobody sees, letter case. The same rule as `identityKey` in
-- lib/text/identity.ts; the letters are listed because `lower` depends on the server's locale.
CREATE FUNCTION identity_key(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(
    normalize(regexp_replace(normalize(written, NFKC),
      '[\u0009-\u000d\u0020\u0085\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]', '', 'g'), NFKC),
    'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ',
    'abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþαβγδεζηθικλμνξοπρστυφχψωѐёђѓєѕіїјљњћќѝўџабвгдежзийклмнопрстуфхцчшщъыьэюя')
$$;

ALTER TABLE "employee" ADD COLUMN "number_key" TEXT NOT NULL DEFAULT '';
UPDATE employee SET number_key = identity_key(number);

-- Nobody but the company knows which of them is meant, so nothing is merged or renamed here: the upgrade stops.
DO $$
DECLARE
  found text;
BEGIN
  SELECT string_agg(line, E'\n' ORDER BY line) INTO found FROM (
    SELECT format('  %s:', CASE WHEN number_key = '' THEN '–' ELSE number_key END) || E'\n' || string_agg(
      format('    %s  %s%s  %s', number, name, CASE WHEN status = 'left' THEN ' (已离职 left)' ELSE '' END, id), E'\n' ORDER BY number
    ) AS line
    FROM employee GROUP BY number_key HAVING count(*) > 1 OR number_key = '' LIMIT 50
  ) AS groups;
  IF found IS NOT NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = '以下人员的工号只有写法不同（全角、空格、看不见的字符或大小写），本版本把它们当作同一个工号。数据库没有改动。'
        '请给每组中多出的人换一个不同的工号：启动升级前的版本，在“人员”里修改；或执行 UPDATE employee SET number = ''新工号'' WHERE id = ''…''（id 在每行末尾，已离职的人只能这样改）。改好后再启动本版本。',
      DETAIL = found,
      HINT = 'The numbers of the people listed above differ only in spelling (full width, spaces, invisible characters, letter case); this version takes them for one number. '
        'The database was left as it was. Give all but one of each group a number of their own: start the version before and change it under People, '
        'or run UPDATE employee SET number = ''…'' WHERE id = ''…'' (the id ends each line; for people who left there is no other way). Then start this version again.';
  END IF;
END $$;

CREATE UNIQUE INDEX "employee_number_key_key" ON "employee"("number_key");
ALTER TABLE employee ADD CONSTRAINT employee_number_key_not_blank CHECK (number_key <> '');

CREATE FUNCTION write_number_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.number_key := identity_key(NEW.number);
  RETURN NEW;
END $$;
CREATE TRIGGER employee_number_key BEFORE INSERT OR UPDATE ON employee FOR EACH ROW EXECUTE FUNCTION write_number_key();
