import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { foldLoginName } from '#app/domain/account/login-name.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { JsonObject } from '#app/domain/audit-chain/canonical-json.ts'
import { verifyPassword } from '#app/storage/password-hash.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { asksForCode, createSession, keepSession, noteDevice } from './open-session.server.ts'

/** What a browser says when it signs in. */
export type SignInRequest = {
	readonly loginName: string
	readonly password: string
	readonly sessionId: string
	/** The hash by which the browser is known from now on. */
	readonly deviceId: string
	readonly address: string
	readonly userAgent: string
}

/**
 * Signs in and opens a session under the given new id. The answer never tells whether the account exists: an
 * unknown name costs the same work as a wrong password and gets the same refusal. Every try is in the trail. Where the
 * account has a second factor and the browser is not known, the session stays closed until a code is given.
 */
export async function signIn(
	shell: Shell,
	request: SignInRequest,
): Promise<Result<{ accountId: string; asksForCode: boolean }, Refusal>> {
	const account = await findAccount(shell, request.loginName)
	const isRight = await verifyPassword(account?.passwordHash ?? null, request.password)
	const isEnabled = account !== null && account.disabledAt === null && account.person.disabledAt === null
	if (!account) return refuseStranger(shell, request)
	const isIn = isRight && isEnabled
	const whose = { jurisdictionId: account.jurisdictionId, accountId: account.id }
	const asks = isIn && (await asksForCode(shell, whose, request.deviceId))
	await inTransaction(shell.db, async (tx) => {
		if (isIn) await createSession(shell, tx, whose, request, asks)
		if (isIn && !asks) {
			await keepSession(shell, tx, whose, request.sessionId)
			await noteDevice(shell, tx, whose, request.deviceId)
		}
		await appendAudit(tx, {
			jurisdictionId: account.jurisdictionId,
			stream: `user/${account.personId}`,
			at: shell.now(),
			actor: { id: account.personId, name: account.person.name, role: null, organ: null, unit: null },
			kind: asks ? 'session.code-asked' : 'session.opened',
			outcome: isIn ? 'done' : 'refused',
			detail: { address: request.address },
		})
	})
	return isIn ? accept({ accountId: account.id, asksForCode: asks }) : refuse({ code: 'sign-in-refused' })
}

/** Whose account it is, however its capitals were typed; one from before they were folded is found as it is written. */
async function findAccount({ db }: Shell, typed: string) {
	const accounts = await db.account.findMany({
		where: { loginName: { in: [typed, foldLoginName(typed)] } },
		include: { person: true },
	})
	return accounts.find((account) => account.loginName === typed) ?? accounts[0] ?? null
}

/** A try with a name that nobody has goes into the sign-in stream of the house, without the name that was typed. */
async function refuseStranger(shell: Shell, request: SignInRequest): Promise<Result<never, Refusal>> {
	await noteRefusedTry(shell, { address: request.address })
	return refuse({ code: 'sign-in-refused' })
}

/** Records that a name or an address was locked for a while; the tries while it lasts are not written one by one. */
export async function noteLockedSignIn(shell: Shell, address: string): Promise<void> {
	await noteRefusedTry(shell, { address, locked: true })
}

async function noteRefusedTry(shell: Shell, detail: JsonObject): Promise<void> {
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
				detail,
			}),
		)
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
