import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { isCodeDue } from '#app/db/load-account-holder.server.ts'
import { lockRow } from '#app/db/lock-row.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { insertRows } from '#app/db/write-rows.server.ts'
import { needsSecondFactor } from '#app/domain/account/second-factor.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { type QrCode, qrCode } from '#app/domain/qr-code/qr-code.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { judgePassword } from '#app/services/command/confirm-signature.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import {
	SPARE_CODE_HASHES,
	base32,
	codeUri,
	newSpareCodes,
	spareCodeHash,
	stepOfCode,
} from '#app/storage/one-time-codes.server.ts'
import { isOwnPassword } from './sign-in.server.ts'

/** How somebody stands with their second factor. */
export type SecondFactorStanding = {
	readonly isNeeded: boolean
	/** Null where none is set up. */
	readonly setAt: string | null
	readonly spareCodesLeft: number
}

/** What a telephone is set up with: the letters, and the picture of them. */
export type OfferedSecret = { readonly letters: string; readonly picture: QrCode }

/** How the actor stands with their own second factor. */
export async function readSecondFactor(shell: Shell, actor: Actor): Promise<SecondFactorStanding> {
	const factor = await ownFactor(shell.db, actor)
	return {
		isNeeded: needsSecondFactor(actor.posts.map((post) => post.role)),
		setAt: factor?.setAt.toISOString() ?? null,
		spareCodesLeft: factor ? SPARE_CODE_HASHES.read(factor.spareCodes).length : 0,
	}
}

/**
 * A secret to set up a telephone with: the same for this session until it is taken, so that a page that is loaded again
 * shows the picture that was read already. Once it is taken no page shows it again.
 */
export async function offerSecret(shell: Shell, actor: Actor, loginName: string): Promise<OfferedSecret> {
	const secret = await offeredTo(shell, shell.db, actor)
	return {
		letters: (base32(secret).match(/.{4}/g) ?? []).join(' '),
		picture: qrCode(codeUri(secret, 'Yiqian', loginName)),
	}
}

/**
 * Sets up the second factor, or another telephone in place of the first: by the password, the first code of the new
 * telephone, and, where there was one, a fresh code of the old. Every other session ends, and no browser is known any
 * more. The spare codes are given once.
 */
export async function setSecondFactor(
	shell: Shell,
	actor: Actor,
	{ password, oneTimeCode }: { readonly password: string; readonly oneTimeCode: string },
): Promise<Result<{ spareCodes: readonly string[] }, Refusal>> {
	const { jurisdictionId, accountId } = actor
	const isOwn = await isOwnPassword(shell, actor, password)
	const spareCodes = newSpareCodes()
	return inTransaction(shell.db, async (tx) => {
		await lockRow(tx, 'account', { jurisdiction_id: jurisdictionId, id: accountId })
		const at = shell.now()
		const signed = await judgePassword({ tx, actor, at }, isOwn)
		if (!signed.ok) {
			await noteRefused(tx, actor, at, signed.reason)
			return signed
		}
		if (await isCodeDue(tx, actor, at)) return refuse({ code: 'code-needed' })
		const secret = await offeredTo(shell, tx, actor)
		const step = stepOfCode(secret, oneTimeCode.replaceAll(/\s/g, ''), at, -1)
		if (step === null) {
			const wrong = { code: 'wrong-code' } as const
			await noteRefused(tx, actor, at, wrong)
			return refuse(wrong)
		}
		await write(shell, tx, actor, {
			secret: shell.checkpoints.key.secrets.seal(secret, accountId),
			setAt: at,
			lastStep: step,
			spareCodes: SPARE_CODE_HASHES.write(spareCodes.map((code) => spareCodeHash(accountId, code))),
		})
		return accept({ spareCodes })
	})
}

type FactorValues = {
	readonly secret: string
	readonly setAt: Date
	readonly lastStep: number
	readonly spareCodes: string
}

async function write(shell: Shell, tx: Tx, actor: Actor, values: FactorValues): Promise<void> {
	const { jurisdictionId, accountId, personId, sessionId } = actor
	const at = values.setAt
	const isReplaced = (await ownFactor(tx, actor)) !== null
	await tx.secondFactor.upsert({
		where: { jurisdictionId_accountId: { jurisdictionId, accountId } },
		create: { jurisdictionId, accountId, ...values },
		update: values,
	})
	await tx.session.updateMany({
		where: { jurisdictionId, accountId, endedAt: null, id: { not: sessionId ?? '' } },
		data: { endedAt: at },
	})
	await tx.session.updateMany({ where: { id: sessionId ?? '', accountId }, data: { codeGivenAt: at } })
	await tx.knownDevice.deleteMany({ where: { jurisdictionId, accountId } })
	await appendAudit(tx, {
		...noteOf(actor, at),
		kind: 'second-factor.set',
		outcome: 'done',
		detail: { isReplaced },
	})
	// Whoever did it may be somebody else: the person is told.
	const notice = {
		jurisdictionId,
		id: shell.newId(),
		personId,
		kind: 'second-factor.set',
		matterId: null,
		detail: JSON.stringify({ about: personId }),
		createdAt: at,
	}
	await insertRows(tx, 'notice', [notice])
}

async function noteRefused(tx: Tx, actor: Actor, at: Date, { code }: Refusal): Promise<void> {
	const note = { ...noteOf(actor, at), kind: 'second-factor.set', outcome: 'refused' } as const
	await appendAudit(tx, { ...note, detail: { code } })
}

function noteOf({ jurisdictionId, personId, name }: Actor, at: Date) {
	const actor = { id: personId, name, role: null, organ: null, unit: null }
	return { jurisdictionId, stream: `user/${personId}`, at, actor }
}

async function offeredTo(shell: Shell, db: Pick<Tx, 'secondFactor'>, actor: Actor): Promise<Buffer> {
	const factor = await ownFactor(db, actor)
	const words = ['second factor', actor.accountId, actor.sessionId ?? '', factor?.setAt.toISOString() ?? '']
	return shell.checkpoints.key.secrets.make(words.join('\n'))
}

function ownFactor(db: Pick<Tx, 'secondFactor'>, { jurisdictionId, accountId }: Actor) {
	return db.secondFactor.findUnique({ where: { jurisdictionId_accountId: { jurisdictionId, accountId } } })
}
