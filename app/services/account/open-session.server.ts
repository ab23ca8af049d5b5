import type { Tx } from '#app/db/open-database.server.ts'
import { DEVICE_DAYS } from '#app/domain/account/second-factor.ts'
import { MOST_SESSIONS } from '#app/domain/account/session-limits.ts'
import type { Shell } from '#app/services/shell.server.ts'

type Whose = { readonly jurisdictionId: string; readonly accountId: string }

/** The row of a new session; `asksForCode` keeps it closed until a code is given. */
export async function createSession(
	shell: Shell,
	tx: Tx,
	{ jurisdictionId, accountId }: Whose,
	request: { readonly sessionId: string; readonly address: string; readonly userAgent: string },
	asksForCode: boolean,
): Promise<void> {
	const at = shell.now()
	await tx.session.create({
		data: {
			jurisdictionId,
			accountId,
			id: request.sessionId,
			createdAt: at,
			lastSeenAt: at,
			codeAskedAt: asksForCode ? at : null,
			address: request.address,
			userAgent: request.userAgent.slice(0, 200),
		},
	})
}

/** Ends the oldest sessions beyond the most that an account may have: this one and the newest of the others stay. */
export async function keepSession(shell: Shell, tx: Tx, whose: Whose, sessionId: string): Promise<void> {
	const { jurisdictionId, accountId } = whose
	const others = await tx.session.findMany({
		where: { jurisdictionId, accountId, endedAt: null, id: { not: sessionId } },
		orderBy: { createdAt: 'desc' },
		skip: MOST_SESSIONS - 1,
		select: { id: true },
	})
	await tx.session.updateMany({
		where: { id: { in: others.map((session) => session.id) } },
		data: { endedAt: shell.now() },
	})
}

/** Notes that somebody has signed in from this browser. */
export async function noteDevice(shell: Shell, tx: Tx, whose: Whose, deviceId: string): Promise<void> {
	const { jurisdictionId, accountId } = whose
	const device = { jurisdictionId, accountId, tokenSha256: deviceId }
	await tx.knownDevice.upsert({
		where: { jurisdictionId_accountId_tokenSha256: device },
		create: { ...device, lastUsedAt: shell.now() },
		update: { lastUsedAt: shell.now() },
	})
}

/** Whether the account has a second factor, and the browser is none that it was signed in from of late. */
export async function asksForCode(shell: Shell, whose: Whose, deviceId: string): Promise<boolean> {
	const { jurisdictionId, accountId } = whose
	const factors = await shell.db.secondFactor.count({ where: { jurisdictionId, accountId } })
	if (factors === 0) return false
	const since = new Date(shell.now().getTime() - DEVICE_DAYS * 24 * 3_600_000)
	const where = { jurisdictionId, accountId, tokenSha256: deviceId, lastUsedAt: { gt: since } }
	return (await shell.db.knownDevice.count({ where })) === 0
}
