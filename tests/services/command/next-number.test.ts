import { expect, test } from 'vitest'
import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { nextDocumentNumber } from '#app/services/command/next-number.server.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('each organ code numbers its own papers: no gap, no number twice, and a new beginning each year', async () => {
	const shell = await openTestShell()
	const { jurisdictionId } = (await seedOrganisation(shell)).actors.drafter
	const take = (code: string, year: number) =>
		inTransaction(shell.db, async (tx) => {
			await appendAudit(tx, {
				jurisdictionId,
				stream: 'numbers-of-the-test',
				at: shell.now(),
				actor: null,
				kind: 'gate.wall-fired',
				outcome: 'done',
				detail: { command: code },
			})
			return nextDocumentNumber(tx, jurisdictionId, code, year)
		})
	await take('青司审通', 2026)
	const taken = await Promise.all([
		take('青司审通', 2026),
		take('青城管审通', 2026),
		take('青司审通', 2026),
		take('青司审通', 2027),
	])
	expect(taken.toSorted()).toEqual([
		'青司审通〔2026〕2号',
		'青司审通〔2026〕3号',
		'青司审通〔2027〕1号',
		'青城管审通〔2026〕1号',
	])
	const given = inTransaction(shell.db, async (tx) => {
		await nextDocumentNumber(tx, jurisdictionId, '青司审通', 2026)
		throw new Error('the command was refused')
	})
	await expect(given).rejects.toThrow('refused')
	expect(await take('青司审通', 2026)).toBe('青司审通〔2026〕4号')
})
