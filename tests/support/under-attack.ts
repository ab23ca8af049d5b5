import { ROW_ATTACKS } from './attacks-on-rows.ts'
import type { TestShell } from './open-test-shell.ts'
import { runRaw } from './raw-sql.ts'

/** Attacks a house whose walls are torn down, as the list of attacks has it, looks at what the product says then, and puts every row back. */
export async function under<Said>(shell: TestShell, name: string, look: () => Promise<Said>): Promise<Said> {
	const attack = ROW_ATTACKS[name]
	if (!attack) throw new Error(`no attack ${name}`)
	const tables = new Set(
		attack.statements.flatMap(
			(sql) => /^(?:UPDATE|INSERT INTO|DELETE FROM) (\w+)/.exec(sql.trim())?.[1] ?? [],
		),
	)
	for (const table of tables) await runRaw(shell.url, `CREATE TABLE zz_${table} AS SELECT * FROM ${table}`)
	try {
		await runRaw(shell.url, attack.statements.join(';\n'))
		return await look()
	} finally {
		for (const table of tables)
			await runRaw(
				shell.url,
				`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM zz_${table}; DROP TABLE zz_${table}`,
			)
	}
}
