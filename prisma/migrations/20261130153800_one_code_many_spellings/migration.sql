-- Codes of departments are compared as numbers of people are: see `identity_key`.
ALTER TABLE "department" ADD COLUMN "code_key" TEXT NOT NULL DEFAULT '';
UPDATE department SET code_key = identity_key(code);

-- Nobody but the company knows which of them is meant, so nothing is merged or renamed here: the upgrade stops.
DO $$
DECLARE
  found text;
BEGIN
  SELECT string_agg(line, E'\n' ORDER BY line) INTO found FROM (
    SELECT format('  %s:', CASE WHEN code_key = '' THEN '–' ELSE code_key END) || E'\n' || string_agg(
      format('    %s  %s%s  %s', code, name, CASE WHEN closed_at IS NULL THEN '' ELSE ' (已关闭 closed)' END, id), E'\n' ORDER BY code
    ) AS line
    FROM department GROUP BY code_key HAVING count(*) > 1 OR code_key = '' LIMIT 50
  ) AS groups;
  IF found IS NOT NULL THEN
    RAISE EXCEPTION USING
      MESSAGE = '以下部门的编码只有写法不同（全角、空格、看不见的字符或大小写），本版本把它们当作同一个编码。数据库没有改动。'
        '请给每组中多出的部门换一个不同的编码：启动升级前的版本，在“人员”的“部门”里修改；或执行 UPDATE department SET code = ''新编码'' WHERE id = ''…''（id 在每行末尾，已关闭的部门只能这样改）。改好后再启动本版本。',
      DETAIL = found,
      HINT = 'The codes of the departments listed above differ only in spelling (full width, spaces, invisible characters, letter case); this version takes them for one code. '
        'The database was left as it was. Give all but one of each group a code of its own: start the version before and change it under People, Departments, '
        'or run UPDATE department SET code = ''…'' WHERE id = ''…'' (the id ends each line; for closed departments there is no other way). Then start this version again.';
  END IF;
END $$;

CREATE UNIQUE INDEX "department_code_key_key" ON "department"("code_key");
ALTER TABLE department ADD CONSTRAINT department_code_key_not_blank CHECK (code_key <> '');

CREATE FUNCTION write_code_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.code_key := identity_key(NEW.code);
  RETURN NEW;
END $$;
CREATE TRIGGER department_code_key BEFORE INSERT OR UPDATE ON department FOR EACH ROW EXECUTE FUNCTION write_code_key();
