import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { accept, refuse } from '#app/domain/result.ts'
import { verifyPassword } from '#app/storage/password-hash.server.ts'
import type { Shell } from './shell.server.ts'

/** What a browser says when it signs in. */
export type SignInRequest = {
	readonly loginName: string
	readonly password: string
	readonly sessionId: string
	readonly address: string
	readonly userAgent: string
}

/**
 * Signs in and opens a session under the given new id. The answer never tells whether the account exists: an
 * unknown name costs the same work as a wrong password and gets the same refusal. Every try is in the trail.
 */
export async function signIn(shell: Shell, request: SignInRequest): Promise<Result<{ accountId: string }, Refusal>> {
	const account = await shell.db.account.findUnique({
		where: { loginName: request.loginName },
		include: { person: true },
	})
	const isRight = await verifyPassword(account?.passwordHash ?? null, request.password)
	const isEnabled = account !== null && account.disabledAt === null && account.person.disabledAt === null
	if (!account) return refuseStranger(shell, request)
	const isIn = isRight && isEnabled
	await inTransaction(shell.db, async (tx) => {
		if (isIn)
			await tx.session.create({
				data: {
					id: request.sessionId,
					jurisdictionId: account.jurisdictionId,
					accountId: account.id,
					createdAt: shell.now(),
					lastSeenAt: shell.now(),
					address: request.address,
					userAgent: request.userAgent.slice(0, 200),
				},
			})
		await appendAudit(tx, {
			jurisdictionId: account.jurisdictionId,
			stream: `user/${account.personId}`,
			at: shell.now(),
			actor: { id: account.personId, name: account.person.name, role: null, organ: null, unit: null },
			kind: 'session.opened',
			outcome: isIn ? 'done' : 'refused',
			detail: { address: request.address },
		})
	})
	return isIn ? accept({ accountId: account.id }) : refuse({ code: 'sign-in-refused' })
}

/** A try with a name that nobody has goes into the sign-in stream of the house, without the name that was typed. */
async function refuseStranger(shell: Shell, request: SignInRequest): Promise<Result<never, Refusal>> {
	const jurisdiction = await shell.db.jurisdiction.findFirst({ orderBy: { createdAt: 'asc' } })
	if (jurisdiction)
		await inTransaction(shell.db, (tx) =>
			appendAudit(tx, {
				jurisdictionId: jurisdiction.id,
				stream: 'sign-ins',
				at: shell.now(),
				actor: null,
				kind: 'session.opened',
				outcome: 'refused',
				detail: { address: request.address },
			}),
		)
	return refuse({ code: 'sign-in-refused' })
}

/** Ends one session, or all sessions of its account ("sign out everywhere"). */
export async function signOut(shell: Shell, sessionId: string, scope: 'here' | 'everywhere'): Promise<void> {
	await inTransaction(shell.db, async (tx) => {
		const session = await tx.session.findUnique({
			where: { id: sessionId },
			include: { account: { include: { person: true } } },
		})
		if (!session) return
		const { account } = session
		await tx.session.updateMany({
			where: {
				jurisdictionId: account.jurisdictionId,
				accountId: account.id,
				endedAt: null,
				...(scope === 'here' ? { id: sessionId } : {}),
			},
			data: { endedAt: shell.now() },
		})
		await appendAudit(tx, {
			jurisdictionId: account.jurisdictionId,
			stream: `user/${account.personId}`,
			at: shell.now(),
			actor: { id: account.personId, name: account.person.name, role: null, organ: null, unit: null },
			kind: 'session.ended',
			outcome: 'done',
			detail: { scope },
		})
	})
}

/** Whether the signed-in person typed their own password: asked again before every signature. */
export async function isOwnPassword(
	shell: Shell,
	account: { readonly jurisdictionId: string; readonly accountId: string },
	password: string,
): Promise<boolean> {
	const row = await shell.db.account.findUnique({
		where: { jurisdictionId_id: { jurisdictionId: account.jurisdictionId, id: account.accountId } },
	})
	return verifyPassword(row?.passwordHash ?? null, password)
}
