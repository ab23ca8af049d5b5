import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { foldLoginName, isLoginName } from '#app/domain/account/login-name.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { ADMINISTRATOR_ROLES } from '#app/domain/permission/role.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import {
	linkTokenHash,
	newLinkToken,
	writePasswordLink,
} from '#app/services/organisation/manage-account.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The link of a new installation is good for one day; a new start prints a new one. */
const SETUP_MS = 24 * 60 * 60 * 1000

/** What the first page of an installation asks: the district, the organ that runs the tool, three different people. */
export type SetupForm = {
	readonly jurisdictionName: string
	readonly jurisdictionCode: string
	readonly organName: string
	readonly organShortName: string
	readonly people: Readonly<
		Record<(typeof ADMINISTRATOR_ROLES)[number], { name: string; staffCode: string; loginName: string }>
	>
}

/** One administrator, with the token of the link with which they set their password. */
export type NewAdministrator = {
	readonly role: (typeof ADMINISTRATOR_ROLES)[number]
	readonly name: string
	readonly loginName: string
	readonly token: string
}

/** A fresh link for creating the first administrators, or null when there are accounts already. Earlier ones are spent. */
export async function issueFirstAdministratorsLink(shell: Shell): Promise<string | null> {
	if ((await shell.db.account.count()) > 0) return null
	const { token, tokenSha256 } = newLinkToken()
	await shell.db.oneTimeLink.updateMany({
		where: { purpose: 'first-administrators', usedAt: null },
		data: { usedAt: shell.now() },
	})
	await shell.db.oneTimeLink.create({
		data: {
			tokenSha256,
			purpose: 'first-administrators',
			createdAt: shell.now(),
			expiresAt: new Date(shell.now().getTime() + SETUP_MS),
		},
	})
	return token
}

/** Whether a set-up link is good: unused, in time, and nobody has an account yet. */
export async function isSetupLinkGood(shell: Shell, token: string): Promise<boolean> {
	const link = await shell.db.oneTimeLink.findUnique({ where: { tokenSha256: linkTokenHash(token) } })
	return (
		link !== null &&
		link.purpose === 'first-administrators' &&
		link.usedAt === null &&
		link.expiresAt.getTime() > shell.now().getTime() &&
		(await shell.db.account.count()) === 0
	)
}

/**
 * Creates the jurisdiction, the organ that runs the tool and the three administrators (三员): three people, none of
 * whom gets a password from another; each sets their own by a one-time link.
 */
export async function createFirstAdministrators(
	shell: Shell,
	token: string,
	form: SetupForm,
): Promise<Result<NewAdministrator[], Refusal>> {
	const people = ADMINISTRATOR_ROLES.map((role) => form.people[role])
	const isThree = (values: string[]) => new Set(values).size === ADMINISTRATOR_ROLES.length
	if (
		!isThree(people.map((person) => person.staffCode)) ||
		!isThree(people.map((person) => foldLoginName(person.loginName)))
	)
		return refuse({ code: 'duties-clash', role: 'system-administrator', other: 'security-administrator' })
	if (!people.every((person) => isLoginName(person.loginName)))
		return refuse({ code: 'unfitting', field: 'loginName', problem: 'not-a-login' })
	return inTransaction(shell.db, async (tx) => {
		const spent = await tx.oneTimeLink.updateMany({
			where: {
				tokenSha256: linkTokenHash(token),
				purpose: 'first-administrators',
				usedAt: null,
				expiresAt: { gt: shell.now() },
			},
			data: { usedAt: shell.now() },
		})
		if (spent.count !== 1 || (await tx.account.count()) > 0) return refuse({ code: 'link-spent' })
		return accept(await writeInstallation(shell, tx, form))
	})
}

async function writeInstallation(shell: Shell, tx: Tx, form: SetupForm): Promise<NewAdministrator[]> {
	const at = shell.now()
	const jurisdictionId = shell.newId()
	const organId = shell.newId()
	await tx.jurisdiction.create({
		data: { id: jurisdictionId, name: form.jurisdictionName, code: form.jurisdictionCode, createdAt: at },
	})
	await tx.organ.create({
		data: {
			jurisdictionId,
			id: organId,
			name: form.organName,
			shortName: form.organShortName,
			kind: 'government-office',
		},
	})
	const administrators: NewAdministrator[] = []
	for (const role of ADMINISTRATOR_ROLES) {
		const { name, staffCode } = form.people[role]
		const loginName = foldLoginName(form.people[role].loginName)
		const personId = shell.newId()
		const accountId = shell.newId()
		const link = newLinkToken()
		await tx.person.create({ data: { jurisdictionId, id: personId, name, staffCode } })
		await tx.account.create({ data: { jurisdictionId, id: accountId, personId, loginName, createdAt: at } })
		await tx.post.create({
			data: {
				jurisdictionId,
				id: shell.newId(),
				personId,
				organId,
				role,
				state: 'active',
				requestedAt: at,
				confirmedAt: at,
			},
		})
		await writePasswordLink(tx, jurisdictionId, accountId, link.tokenSha256, at, 'installation')
		administrators.push({ role, name, loginName, token: link.token })
	}
	await appendAudit(tx, {
		jurisdictionId,
		stream: `admin/${jurisdictionId}`,
		at,
		actor: null,
		kind: 'installation.opened',
		outcome: 'done',
		detail: {
			jurisdiction: form.jurisdictionName,
			people: administrators.map(({ role, loginName }) => `${role}:${loginName}`),
			links: administrators.map(({ token }) => linkTokenHash(token)),
		},
	})
	return administrators
}
