import { roleOf } from '#app/db/code-columns.server.ts'
import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { type AccountHolder, loadAccountHolder } from '#app/db/load-account-holder.server.ts'
import { lockRow } from '#app/db/lock-row.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { insertRows } from '#app/db/write-rows.server.ts'
import type { TrailKind } from '#app/domain/act/trail-entry.ts'
import { isGuarded } from '#app/domain/account/own-hand.ts'
import { unmetPasswordRules } from '#app/domain/account/password-rules.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { PasswordRefused, Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { LINK_PURPOSES, type LinkPurpose } from '#app/services/organisation/manage-account.server.ts'
import { judgePassword } from '#app/services/command/confirm-signature.server.ts'
import { isOwnPassword } from './sign-in.server.ts'
import { toldOfRecovery } from './recover-account.server.ts'
import { hashPassword, verifyPassword } from '#app/storage/password-hash.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** How many former passwords are not taken again. */
const FORMER_PASSWORDS = 5

/** An account for which a password is being set. */
type PasswordAccount = {
	readonly id: string
	readonly jurisdictionId: string
	readonly loginName: string
	readonly holder: AccountHolder
}

/** The same by a link that is good. */
export type LinkedAccount = PasswordAccount & { readonly purpose: LinkPurpose }

/**
 * The account that a one-time link is for, while the link is good; null when it is spent, late or unknown, the account
 * disabled, or the trail does not know the link. A link that one administrator made alone opens no account whose holder
 * has come to sign, check or confirm since.
 */
export async function readPasswordLink(shell: Shell, tokenSha256: string): Promise<LinkedAccount | null> {
	const link = await shell.db.oneTimeLink.findUnique({ where: { tokenSha256 } })
	const purpose = LINK_PURPOSES.find((each) => each === link?.purpose)
	const isGood = link !== null && link.usedAt === null && link.expiresAt.getTime() > shell.now().getTime()
	if (!isGood || purpose === undefined || link.jurisdictionId === null || link.accountId === null) return null
	const { jurisdictionId, accountId } = link
	const holder = await loadAccountHolder(shell.db, jurisdictionId, accountId)
	if (!holder || (purpose === 'password' && isGuarded(holder.roles))) return null
	if (purpose === 'first' && !(await isStillFirst(shell, jurisdictionId, holder, link.createdAt))) return null
	if (!(await isInTrail(shell, jurisdictionId, ENTRY_OF[purpose], tokenSha256))) return null
	const account = await shell.db.account.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId, id: accountId } },
		select: { loginName: true },
	})
	return { id: accountId, jurisdictionId, loginName: account.loginName, holder, purpose }
}

/** The entry of the trail that each kind of link comes from. */
const ENTRY_OF = {
	password: 'account.link-issued',
	recovery: 'account.recovery-confirmed',
	installation: 'installation.opened',
	first: 'account.first-links-issued',
} as const satisfies Record<LinkPurpose, TrailKind>

/** Whether a first link may still be used: no password was ever set, and no post has come since that signs or confirms. */
async function isStillFirst(
	shell: Shell,
	jurisdictionId: string,
	{ accountId, personId }: AccountHolder,
	madeAt: Date,
): Promise<boolean> {
	const opened = await shell.db.formerPassword.count({ where: { jurisdictionId, accountId } })
	const later = await shell.db.post.findMany({
		where: {
			jurisdictionId,
			personId,
			OR: [{ state: 'requested' }, { state: 'active', confirmedAt: { gt: madeAt } }],
		},
	})
	return opened === 0 && !isGuarded(later.map((post) => roleOf(post.role)))
}

/** Whether an act made this link: a row that was put into the table beside the tool opens nothing. */
async function isInTrail(
	shell: Shell,
	jurisdictionId: string,
	kind: TrailKind,
	tokenSha256: string,
): Promise<boolean> {
	const where = { jurisdictionId, stream: `admin/${jurisdictionId}`, kind, outcome: 'done' }
	const entries = await shell.db.auditEntry.count({ where: { ...where, leaf: { contains: tokenSha256 } } })
	return entries > 0
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
		const by = account.purpose === 'recovery' ? 'recovery' : 'link'
		await writePassword(shell, tx, account, passwordHash, { by })
		if (account.purpose === 'recovery')
			await tx.accountRecovery.update({ where: { linkSha256: tokenSha256 }, data: { usedAt: shell.now() } })
		await tellOfPassword(shell, tx, account)
		return accept({ loginName: account.loginName })
	})
}

/**
 * Changes one's own password, by the one that holds now: every other session of the account ends, and links that were
 * handed out for it are spent. Wrong tries are counted with those before a signature.
 */
export async function changeOwnPassword(
	shell: Shell,
	actor: Actor,
	sessionId: string,
	{ password, newPassword }: { readonly password: string; readonly newPassword: string },
): Promise<Result<'changed', Refusal>> {
	const { jurisdictionId, accountId } = actor
	const isOwn = await isOwnPassword(shell, actor, password)
	const account = await ownAccount(shell, actor)
	if (!account) return refuse({ code: 'not-found' })
	const unmet = isOwn ? await unmetRules(shell, account, newPassword) : []
	if (unmet.length > 0) return refuse({ code: 'password-refused', unmet })
	const passwordHash = isOwn ? await hashPassword(newPassword) : ''
	return inTransaction(shell.db, async (tx) => {
		// One after the other: tries at the same moment could otherwise all pass before the first was counted.
		await lockRow(tx, 'account', { jurisdiction_id: jurisdictionId, id: accountId })
		const judged = await judgePassword({ tx, actor, at: shell.now() }, isOwn)
		if (!judged.ok) {
			await noteWrongPassword(shell, tx, account, judged.reason)
			return judged
		}
		await writePassword(shell, tx, account, passwordHash, { by: 'self', keeping: sessionId })
		await tx.oneTimeLink.updateMany({
			where: { jurisdictionId, accountId, usedAt: null },
			data: { usedAt: shell.now() },
		})
		return accept('changed')
	})
}

async function ownAccount(shell: Shell, actor: Actor): Promise<PasswordAccount | null> {
	const { jurisdictionId, accountId } = actor
	const holder = await loadAccountHolder(shell.db, jurisdictionId, accountId)
	if (!holder) return null
	const { loginName } = await shell.db.account.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId, id: accountId } },
		select: { loginName: true },
	})
	return { id: accountId, jurisdictionId, loginName, holder }
}

async function noteWrongPassword(
	shell: Shell,
	tx: Tx,
	{ jurisdictionId, holder }: PasswordAccount,
	{ code }: Refusal,
): Promise<void> {
	await appendAudit(tx, {
		jurisdictionId,
		stream: `user/${holder.personId}`,
		at: shell.now(),
		actor: holderAsActor(holder),
		kind: 'password.set',
		outcome: 'refused',
		detail: { code },
	})
}

function holderAsActor({ personId, name }: AccountHolder) {
	return { id: personId, name, role: null, organ: null, unit: null }
}

/** The rules that a password does not keep; whether it was used before is asked only of one that keeps the others. */
async function unmetRules(
	shell: Shell,
	account: PasswordAccount,
	password: string,
): Promise<PasswordRefused['unmet']> {
	const unmet = unmetPasswordRules(password, await namesAround(shell, account))
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

/** The names that somebody would try: of the account, the person, the district, and the organs of their posts. */
async function namesAround(shell: Shell, { jurisdictionId, loginName, holder }: PasswordAccount) {
	const district = await shell.db.jurisdiction.findUniqueOrThrow({ where: { id: jurisdictionId } })
	const organs = await shell.db.organ.findMany({
		where: { jurisdictionId, id: { in: [...holder.organIds] } },
		select: { name: true, shortName: true },
	})
	return [
		loginName,
		holder.name,
		district.name,
		...organs.flatMap(({ name, shortName }) => [name, shortName]),
	]
}

async function writePassword(
	shell: Shell,
	tx: Tx,
	account: PasswordAccount,
	passwordHash: string,
	{ by, keeping }: { readonly by: 'link' | 'recovery' | 'self'; readonly keeping?: string },
): Promise<void> {
	const { jurisdictionId, id, holder } = account
	const at = shell.now()
	await tx.account.update({
		where: { jurisdictionId_id: { jurisdictionId, id } },
		data: { passwordHash, passwordSetAt: at },
	})
	await tx.formerPassword.create({ data: { jurisdictionId, accountId: id, setAt: at, passwordHash } })
	await tx.session.updateMany({
		where: {
			jurisdictionId,
			accountId: id,
			endedAt: null,
			...(keeping === undefined ? {} : { id: { not: keeping } }),
		},
		data: { endedAt: at },
	})
	// Somebody else may have set the password before: no browser counts as the holder's own until they sign in again.
	await tx.knownDevice.deleteMany({ where: { jurisdictionId, accountId: id } })
	if (by !== 'self') await endSecondFactor(tx, account, at, by)
	await appendAudit(tx, {
		jurisdictionId,
		stream: `user/${holder.personId}`,
		at,
		actor: holderAsActor(holder),
		kind: 'password.set',
		outcome: 'done',
		detail: { by },
	})
}

/** Who needs a link may have lost the telephone too: its codes end, and where they are needed they are set up anew. */
async function endSecondFactor(
	tx: Tx,
	account: PasswordAccount,
	at: Date,
	by: 'link' | 'recovery',
): Promise<void> {
	const { jurisdictionId, id, holder } = account
	const { count } = await tx.secondFactor.deleteMany({ where: { jurisdictionId, accountId: id } })
	if (count === 0) return
	await appendAudit(tx, {
		jurisdictionId,
		stream: `user/${holder.personId}`,
		at,
		actor: holderAsActor(holder),
		kind: 'second-factor.ended',
		outcome: 'done',
		detail: { by },
	})
}

/** Whoever opened the link may be somebody else: the person is told, and of a recovery all who were told of it before. */
async function tellOfPassword(shell: Shell, tx: Tx, { jurisdictionId, holder, purpose }: LinkedAccount) {
	if (purpose === 'installation') return
	const { personId } = holder
	const told =
		purpose === 'recovery'
			? await toldOfRecovery(tx, jurisdictionId, holder)
			: { personIds: [personId], aboutId: personId }
	const notices = [...new Set(told.personIds)].map((each) => ({
		jurisdictionId,
		id: shell.newId(),
		personId: each,
		kind: 'password.set',
		matterId: null,
		detail: JSON.stringify({ about: told.aboutId }),
		createdAt: shell.now(),
	}))
	await insertRows(tx, 'notice', notices)
}
