import { matterStateOf } from '#app/db/code-columns.server.ts'
import { createHash, randomBytes } from 'node:crypto'
import { loadAccountHolder } from '#app/db/load-account-holder.server.ts'
import { loadHolders } from '#app/db/load-holders.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { isGuarded } from '#app/domain/account/own-hand.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { type MatterState, FINAL_STATES } from '#app/domain/matter/matter-state.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type JurisdictionWork,
	commandOnJurisdiction,
} from '#app/services/command/command-on-jurisdiction.server.ts'
import { isLastAdministrator } from './last-administrator.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A password link is good for three days. */
const LINK_MS = 3 * 24 * 60 * 60 * 1000

/** Until when a password link is good that is made at this instant. */
export function linkExpiry(at: Date): Date {
	return new Date(at.getTime() + LINK_MS)
}

/** A new link token and the hash under which the database knows it. */
export function newLinkToken(): { token: string; tokenSha256: string } {
	const token = randomBytes(32).toString('base64url')
	return { token, tokenSha256: linkTokenHash(token) }
}

/** The hash under which the database knows a link token. */
export function linkTokenHash(token: string): string {
	return createHash('sha256').update(token).digest('hex')
}

/**
 * Issues a one-time link with which a person sets their password; links issued before are spent. The token is
 * made by the caller and never enters the database, the trail or the receipt; only its hash does. A form that is sent
 * again gets the hash of the first link back, so the caller sees that its own token was not taken. Who signs, checks or
 * confirms is recovered by two administrators instead (`recover-account`).
 */
export async function issuePasswordLink(
	shell: Shell,
	actor: Actor,
	key: string,
	accountId: string,
	tokenSha256: string,
): Promise<Result<Done<{ tokenSha256: string }>, Refusal>> {
	return commandOnJurisdiction(
		shell,
		actor,
		{ key, body: { accountId } },
		'account.link-issued',
		async (work) => {
			const { jurisdictionId } = work
			const holder = await loadAccountHolder(work.tx, jurisdictionId, accountId)
			if (!holder) return refuse({ code: 'unfitting', field: 'accountId', problem: 'unknown-account' })
			if (isGuarded(holder.roles))
				return refuse({ code: 'unfitting', field: 'accountId', problem: 'needs-second-administrator' })
			await writePasswordLink(work.tx, jurisdictionId, accountId, tokenSha256, work.at, 'password')
			work.note({ account: accountId, link: tokenSha256 })
			work.tell({ personIds: [holder.personId], matterId: null })
			return accept({ tokenSha256 })
		},
	)
}

/**
 * Under how many pairs of eyes a password link was made: one, two, or those of whoever opens the installation. The first
 * link of an account comes from whoever confirmed its posts, whom another had asked.
 */
export const LINK_PURPOSES = ['password', 'recovery', 'installation', 'first'] as const

export type LinkPurpose = (typeof LINK_PURPOSES)[number]

/** Writes a password link and spends the ones before it. */
export async function writePasswordLink(
	tx: Tx,
	jurisdictionId: string,
	accountId: string,
	tokenSha256: string,
	at: Date,
	purpose: LinkPurpose,
): Promise<void> {
	await tx.oneTimeLink.updateMany({
		where: { jurisdictionId, accountId, usedAt: null },
		data: { usedAt: at },
	})
	await tx.oneTimeLink.create({
		data: {
			tokenSha256,
			purpose,
			jurisdictionId,
			accountId,
			createdAt: at,
			expiresAt: linkExpiry(at),
		},
	})
}

/** Disables an account: its sessions end, it counts with the next request. Nothing that the person did is removed. */
export async function disableAccount(
	shell: Shell,
	actor: Actor,
	key: string,
	accountId: string,
): Promise<Result<Done<{ accountId: string }>, Refusal>> {
	return commandOnJurisdiction(
		shell,
		actor,
		{ key, body: { accountId } },
		'account.disabled',
		async (work) => {
			const { jurisdictionId } = work
			if (accountId === actor.accountId)
				return refuse({ code: 'unfitting', field: 'accountId', problem: 'own-account' })
			const account = await work.tx.account.findFirst({
				where: { jurisdictionId, id: accountId, disabledAt: null },
				include: { person: { include: { posts: { where: { state: 'active' } } } } },
			})
			if (!account) return refuse({ code: 'unfitting', field: 'accountId', problem: 'unknown-account' })
			const roles = account.person.posts.map((post) => post.role)
			if (await isLastAdministrator(work.tx, jurisdictionId, account.personId, roles))
				return refuse({ code: 'unfitting', field: 'accountId', problem: 'last-administrator' })
			const where = { jurisdictionId_id: { jurisdictionId, id: accountId } }
			await work.tx.account.update({ where, data: { disabledAt: work.at } })
			// The person as well: nobody is assigned, told or granted anything who cannot come in.
			await work.tx.person.update({
				where: { jurisdictionId_id: { jurisdictionId, id: account.personId } },
				data: { disabledAt: work.at },
			})
			await work.tx.session.updateMany({
				where: { jurisdictionId, accountId, endedAt: null },
				data: { endedAt: work.at },
			})
			await work.tx.oneTimeLink.updateMany({
				where: { jurisdictionId, accountId, usedAt: null },
				data: { usedAt: work.at },
			})
			work.note({ account: accountId, person: account.personId })
			await tellWhoHandsOver(work, account.personId)
			return accept({ accountId })
		},
	)
}

/** Whoever can put somebody in the place of the person is told, matter by matter: the lead, or the drafting head. */
async function tellWhoHandsOver(work: JurisdictionWork<'account.disabled'>, personId: string): Promise<void> {
	const { tx, jurisdictionId } = work
	for (const { matterId, hands } of await readOpenWork(tx, jurisdictionId, personId)) {
		const matter = await tx.matter.findUniqueOrThrow({
			where: { jurisdictionId_id: { jurisdictionId, id: matterId } },
			select: { organId: true, reviewOrganId: true, reviewUnitId: true },
		})
		const told = hands.includes('drafter')
			? await loadHolders(tx, jurisdictionId, ['department-head'], matter.organId)
			: []
		if (matter.reviewOrganId && hands.some((hand) => hand !== 'drafter'))
			told.push(
				...(await loadHolders(
					tx,
					jurisdictionId,
					['review-lead'],
					matter.reviewOrganId,
					matter.reviewUnitId,
				)),
			)
		work.tell({ personIds: told, matterId })
	}
}

/** A matter that somebody works on: its number and their part in it, nothing of its content. */
export type OpenWork = {
	readonly matterId: string
	readonly caseNumber: string | null
	readonly organ: string
	readonly state: MatterState
	readonly hands: readonly ('drafter' | 'reviewer' | 'counsel')[]
}

/**
 * The open work of a person, for handing it over: case numbers and parts, no content — the system administrator
 * does not read matters.
 */
export async function readOpenWork(
	tx: Pick<Tx, 'matter'>,
	jurisdictionId: string,
	personId: string,
): Promise<OpenWork[]> {
	const own = { where: { personId, role: 'counsel', endedAt: null }, select: { id: true } }
	const matters = await tx.matter.findMany({
		where: {
			jurisdictionId,
			state: { notIn: [...FINAL_STATES] },
			OR: [{ drafterId: personId }, { reviewerId: personId }, { assignments: { some: own.where } }],
		},
		select: {
			id: true,
			caseNumber: true,
			state: true,
			drafterId: true,
			reviewerId: true,
			organ: { select: { name: true } },
			assignments: own,
		},
		orderBy: { id: 'asc' },
	})
	return matters.map((matter) => ({
		matterId: matter.id,
		caseNumber: matter.caseNumber,
		organ: matter.organ.name,
		state: matterStateOf(matter.state),
		hands: [
			...(matter.drafterId === personId ? (['drafter'] as const) : []),
			...(matter.reviewerId === personId ? (['reviewer'] as const) : []),
			...(matter.assignments.length > 0 ? (['counsel'] as const) : []),
		],
	}))
}
