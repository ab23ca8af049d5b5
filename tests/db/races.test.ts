import { expect, test } from 'vitest'
import { loadMatter } from '#app/db/load-matter.server.ts'
import { delistAgendaItem } from '#app/services/meeting/delist-agenda-item.server.ts'
import { listAgendaItem } from '#app/services/meeting/list-agenda-item.server.ts'
import { reissueClearance } from '#app/services/clearance/reissue-clearance.server.ts'
import { clearedProposal, openedMeeting, orderAt } from '#tests/support/meeting-steps.ts'
import { DRAFT_TEXT, orderOn, uploadText } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { PASSWORD } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'

/** How long the race goes on; the long form is `RACE_SECONDS=60`. */
const SECONDS = Number(process.env['RACE_SECONDS'] ?? 4)
const RUNNERS = 4

/*
 * Uploads, new clearances, listings and removals of the same two matters at once. Whenever anybody looks, what is on
 * the agenda is exactly what is cleared. Refusals are counted too: a race in which nothing was ever listed proves nothing.
 */
test(
	'whoever races whom, nothing stands on the agenda that is not cleared in exactly that text',
	{ timeout: (SECONDS + 150) * 1000 },
	async () => {
		const shell = await openTestShell()
		const org = await seedOrganisation(shell)
		const { secretary, signer } = org.actors
		const matters = [await clearedProposal(shell, org), await clearedProposal(shell, org)]
		const meetingId = await openedMeeting(shell, org)
		const done = { uploaded: 0, listed: 0, delisted: 0, cleared: 0, refused: 0, looked: 0 }
		const note = (kind: keyof typeof done, answer: { ok: boolean }) => {
			done[answer.ok ? kind : 'refused'] += 1
		}
		const cleared = DRAFT_TEXT
		let turn = 0
		const acts = [
			async (matterId: string) => {
				const matter = await loadMatter(shell.db, org.jurisdictionId, matterId)
				turn += 1
				const text =
					turn % 2 === 0 ? cleared : `${DRAFT_TEXT}\n第五条　本办法由区农业农村局负责解释（${turn}）。`
				note('uploaded', await uploadText(shell, org, matterId, text, matter?.title ?? null))
			},
			async (matterId: string) =>
				note(
					'cleared',
					await reissueClearance(shell, signer, orderOn(shell, matterId), { password: PASSWORD }),
				),
			async (_matterId: string, itemId: string) =>
				note('listed', await listAgendaItem(shell, secretary, orderAt(shell, meetingId), itemId)),
			async (_matterId: string, itemId: string) =>
				note(
					'delisted',
					await delistAgendaItem(shell, secretary, orderAt(shell, meetingId), {
						agendaItemId: itemId,
						reason: '调整议程',
					}),
				),
		]
		const until = Date.now() + SECONDS * 1000
		// On a busy machine the race goes on until it has shown something, for a minute more at most.
		const isOver = () => {
			const hasShown = done.listed > 0 && done.uploaded > 0 && done.looked > 10
			return Date.now() > until + (hasShown ? 0 : 60_000)
		}
		const runner = async (seed: number) => {
			for (let step = seed; !isOver(); step += 1) {
				const { matterId, itemId } = matters[step % matters.length] ?? { matterId: '', itemId: '' }
				await acts[(step * 7 + seed) % acts.length]?.(matterId, itemId)
			}
		}
		const watcher = async () => {
			while (!isOver()) {
				expect(await shell.db.$queryRaw`SELECT agenda_item_id FROM gate_violation`).toEqual([])
				done.looked += 1
				await new Promise((resolve) => setTimeout(resolve, 5))
			}
		}
		await Promise.all([watcher(), ...Array.from({ length: RUNNERS }, (_, seed) => runner(seed))])
		expect(done.listed).toBeGreaterThan(0)
		expect(done.uploaded).toBeGreaterThan(0)
		expect(done.looked).toBeGreaterThan(10)
		const report = await verifyTrail(shell)
		expect(report.broken).toEqual([])
		expect(report.forged).toEqual([])
	},
)
