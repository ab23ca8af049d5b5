import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { lockRow } from '#app/db/lock-row.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { CODE_WAITS_MINUTES, waitsForCode } from '#app/domain/account/second-factor.ts'
import type { CodeKind } from '#app/domain/act/records.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { SPARE_CODE_HASHES, spareCodeHash, stepOfCode } from '#app/storage/one-time-codes.server.ts'
import { keepSession, noteDevice } from './open-session.server.ts'
import { giveCodeTriesBack, takeCodeTry } from './sign-in-tries.server.ts'

/** An account whose code is judged, and who holds it. */
type CodeAccount = {
	readonly jurisdictionId: string
	readonly accountId: string
	readonly personId: string
	readonly name: string
}

/** The account of a sign-in that waits for its code; null where none waits any more. */
export async function readWaitingSignIn(shell: Shell, sessionId: string): Promise<CodeAccount | null> {
	const session = await shell.db.session.findUnique({
		where: { id: sessionId },
		include: { account: { include: { person: true } } },
	})
	const now = shell.now().getTime()
	if (!session || session.endedAt !== null || !waitsForCode(session)) return null
	if (now - session.createdAt.getTime() > CODE_WAITS_MINUTES * 60_000) return null
	const { account } = session
	if (account.disabledAt !== null || account.person.disabledAt !== null) return null
	const { jurisdictionId, id, personId, person } = account
	return { jurisdictionId, accountId: id, personId, name: person.name }
}

/** Ends a sign-in that waits for its code with the code: the session opens, and its browser is known from now on. */
export async function signInByCode(
	shell: Shell,
	{
		sessionId,
		deviceId,
		address,
	}: { readonly sessionId: string; readonly deviceId: string; readonly address: string },
	typed: string,
): Promise<Result<'open', Refusal>> {
	const account = await readWaitingSignIn(shell, sessionId)
	if (!account) return refuse({ code: 'sign-in-refused' })
	return withCode(shell, account, typed, async (tx, kind) => {
		const at = shell.now()
		if (kind !== null) {
			await keepSession(shell, tx, account, sessionId)
			await tx.session.update({ where: { id: sessionId }, data: { codeGivenAt: at, lastSeenAt: at } })
			await noteDevice(shell, tx, account, deviceId)
		}
		const note = { ...noteFor(account, at), kind: 'session.opened' } as const
		if (kind === null)
			await appendAudit(tx, { ...note, outcome: 'refused', detail: { code: 'wrong-code', address } })
		else await appendAudit(tx, { ...note, outcome: 'done', detail: { address, by: kind } })
	})
}

/** Gives a code again in a session that is open: acts that count because of who does them may then be done for a while. */
export async function confirmByCode(
	shell: Shell,
	actor: Actor,
	typed: string,
): Promise<Result<'open', Refusal>> {
	const { sessionId } = actor
	if (sessionId === undefined) return refuse({ code: 'not-found' })
	return withCode(shell, actor, typed, async (tx, kind) => {
		const at = shell.now()
		if (kind !== null) await tx.session.update({ where: { id: sessionId }, data: { codeGivenAt: at } })
		const note = { ...noteFor(actor, at), kind: 'session.confirmed' } as const
		if (kind === null) await appendAudit(tx, { ...note, outcome: 'refused', detail: { code: 'wrong-code' } })
		else await appendAudit(tx, { ...note, outcome: 'done', detail: { by: kind } })
	})
}

function noteFor({ jurisdictionId, personId, name }: CodeAccount, at: Date) {
	const actor = { id: personId, name, role: null, organ: null, unit: null }
	return { jurisdictionId, stream: `user/${personId}`, at, actor }
}

/** Judges a code, after a try was taken, and does in the same transaction what follows from it. */
async function withCode(
	shell: Shell,
	account: CodeAccount,
	typed: string,
	follow: (tx: Tx, kind: CodeKind | null) => Promise<void>,
): Promise<Result<'open', Refusal>> {
	const { minutes } = await takeCodeTry(shell, account.accountId)
	if (minutes > 0) return refuse({ code: 'too-many-tries', retryAfterMinutes: minutes })
	const kind = await inTransaction(shell.db, async (tx) => {
		const used = await useCode(shell, tx, account, typed)
		await follow(tx, used)
		return used
	})
	if (kind === null) return refuse({ code: 'wrong-code' })
	await giveCodeTriesBack(shell, account.accountId)
	return accept('open')
}

/** Uses a code up: one of the telephone by its step, a spare one by its hash. Null where it is none. */
async function useCode(
	shell: Shell,
	tx: Tx,
	{ jurisdictionId, accountId }: CodeAccount,
	typed: string,
): Promise<CodeKind | null> {
	// One after the other: a code that comes twice at the same moment could otherwise count twice.
	await lockRow(tx, 'account', { jurisdiction_id: jurisdictionId, id: accountId })
	const key = { jurisdictionId_accountId: { jurisdictionId, accountId } }
	const factor = await tx.secondFactor.findUnique({ where: key })
	if (!factor) return null
	const digits = typed.replaceAll(/\s/g, '')
	const secret = shell.checkpoints.key.secrets.open(factor.secret, accountId)
	const step = secret && stepOfCode(secret, digits, shell.now(), factor.lastStep)
	if (step !== null) {
		await tx.secondFactor.update({ where: key, data: { lastStep: step } })
		return 'code'
	}
	const spare = SPARE_CODE_HASHES.read(factor.spareCodes)
	const left = spare.filter((hash) => hash !== spareCodeHash(accountId, typed))
	if (left.length === spare.length) return null
	await tx.secondFactor.update({ where: key, data: { spareCodes: SPARE_CODE_HASHES.write(left) } })
	return 'spare-code'
}
