import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A paragraph with the number that the office shows before it, or a table by the names of its cells. */
export type OfficeBlock =
	| { readonly number: string; readonly text: string }
	| { readonly cells: readonly (readonly [name: string, blocks: readonly OfficeBlock[]])[] }

let runs = 0

/** Opens files in a LibreOffice of their own and gives what `scripts/office/read_in_office.py` says of each, by its name. */
export function readInOffice<Read>(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Read> {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-office-'))
	const pipe = `yiqian${process.pid}-${(runs += 1)}`
	try {
		for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
		const profile = pathToFileURL(join(folder, 'profile')).href
		const office = spawn(
			'soffice',
			[`-env:UserInstallation=${profile}`, '--headless', '--norestore', `--accept=pipe,name=${pipe};urp;`],
			{ stdio: 'ignore' },
		)
		const { status, stdout, stderr } = spawnSync(
			process.env['OFFICE_PYTHON'] ?? '/usr/bin/python3',
			['scripts/office/read_in_office.py', pipe, ...[...files.keys()].map((name) => join(folder, name))],
			{ encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
		)
		office.kill()
		if (status !== 0) throw new Error(stderr)
		const names = [...files.keys()]
		const answers = stdout.trim().split('\n')
		return new Map(answers.map((line, at) => [names[at] ?? '', JSON.parse(line) as Read]))
	} finally {
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
	}
}
