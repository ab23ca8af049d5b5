import { openAgendaItems } from '#app/domain/matter-record/agenda-records.ts'
import { loadHolders } from '#app/db/load-holders.server.ts'
import { isOwnDocument } from '#app/domain/issuer/issuer.ts'
import { readTitle } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { sealMatterPaper } from '#app/services/paper/seal-matter-paper.server.ts'
import { askedRow, findLeader } from './ask-consent.server.ts'
import { proposalPaper } from '#app/documents/papers/proposal-paper.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** 议题申报单: who presents, for how many minutes, and which leader is asked to consent; empty where a paper is attached. */
export type ProposalGiven = {
	readonly presenter: string
	readonly minutes: string
	readonly leaderId: string
}

type Proposal = { readonly presenter: string; readonly minutes: number }

const MINUTES_LIMIT = 120

/**
 * [30] The head proposes the matter for the agenda: to the government office what the government decides, to the own
 * organ what that issues alone. The proposal waits in the pool as 准入未通过 until the gate opens.
 */
export async function proposeAgendaItem(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: ProposalGiven,
): Promise<Result<Done<{ agendaItemId: string; awaitsPaper: boolean }>, Refusal>> {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: { ...given } },
		{ act: 'agenda.proposed' },
		async (work) => {
			if (openAgendaItems(work.matter).length > 0)
				return refuse({ code: 'unfitting', field: 'agenda', problem: 'already-proposed' })
			const proposal = readProposal(given)
			if (!proposal.ok) return proposal
			const organId = await agendaOrganOf(work)
			if (!organId) return refuse({ code: 'unfitting', field: 'agenda', problem: 'no-government-office' })
			const leaderId = organId === work.matter.organId || given.leaderId === '' ? null : given.leaderId
			const leader = leaderId === null ? accept(null) : await findLeader(work, leaderId)
			if (!leader.ok) return leader
			const agendaItemId = await writeItem(work, organId, proposal.value)
			const asked =
				leader.value === null ? null : await writeAsked(work, agendaItemId, leaderId, leader.value)
			await sealMatterPaper(work, {
				kind: 'agenda-proposal',
				aboutId: agendaItemId,
				issuer: 'drafting-organ',
				write: (source) =>
					proposalPaper(source, {
						...proposal.value,
						agendaItemId,
						organId,
						asked,
						proposedBy: actor.personId,
					}),
			})
			work.note({ item: agendaItemId, ...proposal.value, leader: leaderId })
			const secretaries = await loadHolders(work.tx, work.matter.jurisdictionId, ['secretary'], organId)
			work.tell({
				personIds: leaderId === null ? secretaries : [...secretaries, leaderId],
				matterId: work.matter.id,
			})
			return accept({ agendaItemId, awaitsPaper: asked === null && organId !== work.matter.organId })
		},
	)
}

function readProposal(given: ProposalGiven): Result<Proposal, Refusal> {
	const presenter = readTitle('presenter', given.presenter)
	if (!presenter.ok) return presenter
	const minutes = Number(given.minutes)
	if (!Number.isInteger(minutes) || minutes < 1 || minutes > MINUTES_LIMIT)
		return refuse({ code: 'unfitting', field: 'minutes', problem: 'not-a-number' })
	return accept({ presenter: presenter.value, minutes })
}

async function agendaOrganOf({ tx, matter }: MatterWork): Promise<string | null> {
	if (isOwnDocument(matter.issuer)) return matter.organId
	const office = await tx.organ.findFirst({
		where: { jurisdictionId: matter.jurisdictionId, kind: 'government-office', disabledAt: null },
		orderBy: { id: 'asc' },
	})
	return office?.id ?? null
}

async function writeItem(
	work: MatterWork,
	organId: string,
	{ presenter, minutes }: Proposal,
): Promise<string> {
	const id = work.shell.newId()
	await work.tx.agendaItem.create({
		data: {
			jurisdictionId: work.matter.jurisdictionId,
			id,
			organId,
			matterId: work.matter.id,
			kind: 'decision',
			title: work.matter.title,
			state: 'proposed',
			position: 0,
			presenter,
			minutes,
			proposedBy: work.actor.personId,
			postId: work.post.id,
			proposedAt: work.at,
		},
	})
	return id
}

/** The leader is asked with the proposal: what it says of them is a row, and their answer is theirs. */
async function writeAsked(
	work: MatterWork,
	agendaItemId: string,
	leaderId: string | null,
	leaderName: string,
) {
	const row = { ...askedRow(work, agendaItemId), leaderId, leaderName, words: '' }
	await work.tx.leaderConsent.create({ data: row })
	return { id: row.id, leaderName }
}
