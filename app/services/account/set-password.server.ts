import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { unmetPasswordRules } from '#app/domain/account/password-rules.ts'
import type { PasswordRefused, Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { hashPassword, verifyPassword } from '#app/storage/password-hash.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** How many former passwords are not taken again. */
const FORMER_PASSWORDS = 5

/** The account that a one-time link is for, while the link is good; null when it is spent, late or unknown, or the account disabled. */
export async function readPasswordLink(shell: Shell, tokenSha256: string) {
	const link = await shell.db.oneTimeLink.findUnique({ where: { tokenSha256 } })
	const isGood =
		link !== null &&
		link.purpose === 'password' &&
		link.usedAt === null &&
		link.expiresAt.getTime() > shell.now().getTime()
	if (!isGood || link.jurisdictionId === null || link.accountId === null) return null
	return shell.db.account.findFirst({
		where: {
			jurisdictionId: link.jurisdictionId,
			id: link.accountId,
			disabledAt: null,
			person: { disabledAt: null },
		},
		include: { person: true },
	})
}

/**
 * Sets a password by a one-time link: the link is spent, every session of the account ends. The password is the
 * person's own; no administrator sees or chooses it.
 */
export async function setPasswordByLink(
	shell: Shell,
	tokenSha256: string,
	password: string,
): Promise<Result<{ loginName: string }, Refusal>> {
	const account = await readPasswordLink(shell, tokenSha256)
	if (!account) return refuse({ code: 'link-spent' })
	const unmet = await unmetRules(shell, account, password)
	if (unmet.length > 0) return refuse({ code: 'password-refused', unmet })
	const passwordHash = await hashPassword(password)
	return inTransaction(shell.db, async (tx) => {
		const spent = await tx.oneTimeLink.updateMany({
			where: { tokenSha256, usedAt: null },
			data: { usedAt: shell.now() },
		})
		if (spent.count !== 1) return refuse({ code: 'link-spent' })
		await writePassword(shell, tx, account, passwordHash)
		return accept({ loginName: account.loginName })
	})
}

type PasswordAccount = {
	readonly jurisdictionId: string
	readonly id: string
	readonly personId: string
	readonly loginName: string
	readonly passwordHash: string | null
	readonly person: { readonly name: string }
}

async function unmetRules(
	shell: Shell,
	account: PasswordAccount,
	password: string,
): Promise<PasswordRefused['unmet']> {
	const unmet = unmetPasswordRules(password, account.loginName)
	if (unmet.length > 0) return unmet
	const former = await shell.db.formerPassword.findMany({
		where: { jurisdictionId: account.jurisdictionId, accountId: account.id },
		orderBy: { setAt: 'desc' },
		take: FORMER_PASSWORDS,
	})
	for (const { passwordHash } of former)
		if (await verifyPassword(passwordHash, password)) return ['used-before']
	return []
}

async function writePassword(
	shell: Shell,
	tx: Tx,
	account: PasswordAccount,
	passwordHash: string,
): Promise<void> {
	const { jurisdictionId, id, personId } = account
	const at = shell.now()
	await tx.account.update({
		where: { jurisdictionId_id: { jurisdictionId, id } },
		data: { passwordHash, passwordSetAt: at },
	})
	await tx.formerPassword.create({ data: { jurisdictionId, accountId: id, setAt: at, passwordHash } })
	await tx.session.updateMany({
		where: { jurisdictionId, accountId: id, endedAt: null },
		data: { endedAt: at },
	})
	await appendAudit(tx, {
		jurisdictionId,
		stream: `user/${personId}`,
		at,
		actor: { id: personId, name: account.person.name, role: null, organ: null, unit: null },
		kind: 'password.set',
		outcome: 'done',
		detail: {},
	})
}
