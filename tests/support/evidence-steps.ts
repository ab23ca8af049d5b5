import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Actor } from '#app/domain/permission/relation.ts'
import { takeEvidence } from '#app/services/evidence/take-evidence.server.ts'
import { makeCheckpoint } from '#app/services/checkpoint/make-checkpoint.server.ts'
import { main } from '#verifiers/verify-evidence.ts'
import { must } from './drafting-steps.ts'
import type { TestShell } from './open-test-shell.ts'

/** Takes the evidence of a matter, as a server does: what was entered is under a checkpoint before it is handed over. */
export async function evidenceOf(shell: TestShell, actor: Actor, matterId: string): Promise<Buffer> {
	const { checkpoints } = shell
	checkpoints.onWake = () => void makeCheckpoint(shell, actor.jurisdictionId)
	try {
		const evidence = must(await takeEvidence(shell, actor, matterId))
		if (!evidence) throw new Error('nothing of the matter is under a checkpoint')
		const chunks: Uint8Array[] = []
		for await (const chunk of evidence.chunks) chunks.push(chunk)
		return Buffer.concat(chunks)
	} finally {
		checkpoints.onWake = null
	}
}

/** What a verifier said last, and all its lines. */
export type Said = { readonly verdict: string; readonly lines: readonly string[] }

/** A folder that is gone after the test. */
export function scratch(): string {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-evidence-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	return folder
}

/** Lets the verifier in TypeScript judge an archive with what somebody holds. */
export function byTypeScript(archive: Uint8Array, held: readonly string[] = []): Said {
	const file = join(scratch(), 'evidence.zip')
	writeFileSync(file, archive)
	const lines: string[] = []
	main([file, ...held], (line) => lines.push(line))
	return { verdict: lines.at(-1) ?? '', lines }
}

/** Judges many archives in one process of Python: its verifier is imported and asked once for each. */
const DRIVER = `
import contextlib, io, json, sys
sys.path.insert(0, 'verifiers')
sys.dont_write_bytecode = True
if json.loads(sys.argv[1]): sys.argv.append('--own-ed25519')
import verify_evidence
for words in json.load(sys.stdin):
    out = io.StringIO()
    with contextlib.redirect_stdout(out): verify_evidence.main(words)
    print(json.dumps(out.getvalue().splitlines()))
`

/** Lets the verifier in Python judge archives; \`own\` by its own Ed25519. */
export function byPython(
	archives: readonly { readonly archive: Uint8Array; readonly held?: readonly string[] }[],
	own = false,
): readonly Said[] {
	const folder = scratch()
	const asked = archives.map(({ archive, held = [] }, at) => {
		const file = join(folder, `evidence-${at}.zip`)
		writeFileSync(file, archive)
		return [file, ...held]
	})
	const run = spawnSync('python3', ['-c', DRIVER, JSON.stringify(own)], {
		input: JSON.stringify(asked),
		encoding: 'utf8',
		maxBuffer: 1e8,
	})
	if (run.status !== 0) throw new Error(run.stderr)
	return run.stdout
		.trimEnd()
		.split('\n')
		.map((line) => {
			const lines = JSON.parse(line) as string[]
			return { verdict: lines.at(-1) ?? '', lines }
		})
}
