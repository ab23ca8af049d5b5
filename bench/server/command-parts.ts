import { randomUUID } from 'node:crypto'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { GENESIS, sealEntry } from '#app/domain/audit-chain/entry.ts'
import { permit } from '#app/domain/permission/permit.ts'
import { readSettings } from '#app/env.server.ts'
import { openShell } from '#app/server/open-shell.server.ts'
import { openMatter } from '#app/services/drafting/open-matter.server.ts'
import { actorByLogin } from '#seeds/demo/found-district.ts'

/** The parts of a command, each alone, in microseconds. */
export async function printCommandParts(data: string): Promise<void> {
	const shell = await openShell({ ...readSettings({ YIQIAN_DATA_DIR: data }), logLevel: 'silent' })
	const actor = await actorByLogin(shell, 'wangxh')
	const session = await shell.db.session.findFirstOrThrow()
	const { findSession } = await import('#app/services/account/find-session.server.ts')
	const body = {
		log: 'j',
		stream: 's',
		seq: 1,
		prev: GENESIS,
		at: shell.now().toISOString(),
		cmd: 'k',
		actor: null,
		act: 'matter.opened',
		outcome: 'done',
		detail: { title: '量测' },
		pre: null,
		post: 'draft',
		blob: [],
	} as const
	const parts: [string, () => unknown][] = [
		['session and posts (one read)', () => findSession(shell, session.id)],
		['permission', () => permit(actor, 'matter.opened', { jurisdictionId: actor.jurisdictionId })],
		['sealing the entry (canonical text, hash)', () => sealEntry({ ...body, blob: [] })],
		[
			'begin and commit alone',
			() => inTransaction(shell.db, (tx) => tx.$executeRaw`UPDATE installation SET value = value`),
		],
		[
			'the whole service, without HTTP',
			() =>
				openMatter(shell, actor, {
					key: randomUUID(),
					title: '量测',
					tracks: ['normative-document'],
					issuer: 'government' as const,
				}),
		],
	]
	console.log('\nwhere the time of a command goes (microseconds, each part alone, one after the other)')
	for (const [name, part] of parts) {
		for (let warm = 0; warm < 20; warm += 1) await part()
		const begun = performance.now()
		let count = 0
		for (; count < 20_000 && performance.now() - begun < 1500; count += 1) await part()
		console.log(`  ${name}: ${(((performance.now() - begun) / count) * 1000).toFixed(1)}`)
	}
	await shell.db.$disconnect()
}
