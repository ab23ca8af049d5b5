import { foldLoginName, isLoginName, isPlainName, LONGEST_NAME } from '#app/domain/account/login-name.ts'
import { ORGAN_KINDS, UNIT_KINDS } from '#app/domain/account/organisation-kinds.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { commandOnJurisdiction } from '#app/services/command/command-on-jurisdiction.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

export type OrganForm = {
	readonly name: string
	readonly shortName: string
	readonly kind: string
	readonly twoPersonReview: boolean
}

export type UnitForm = { readonly organId: string; readonly name: string; readonly kind: string }

function nameFault(field: string, name: string): Refusal | null {
	if (name === '') return { code: 'unfitting', field, problem: 'missing' }
	if (name.length > LONGEST_NAME) return { code: 'unfitting', field, problem: 'too-long' }
	return isPlainName(name) ? null : { code: 'unfitting', field, problem: 'not-plain' }
}

function kindFault(kinds: readonly string[], kind: string): Refusal | null {
	return kinds.includes(kind) ? null : { code: 'unfitting', field: 'kind', problem: 'unknown-choice' }
}

/** Adds an organ. Two organs of one name are refused: people could not tell them apart. */
export async function addOrgan(
	shell: Shell,
	actor: Actor,
	key: string,
	form: OrganForm,
): Promise<Result<Done<{ organId: string }>, Refusal>> {
	return commandOnJurisdiction(shell, actor, { key, body: form }, 'organisation.edited', async (work) => {
		const { jurisdictionId } = work
		const fault =
			nameFault('name', form.name) ??
			nameFault('shortName', form.shortName) ??
			kindFault(ORGAN_KINDS, form.kind)
		if (fault) return refuse(fault)
		const taken = await work.tx.organ.findFirst({ where: { jurisdictionId, name: form.name } })
		if (taken) return refuse({ code: 'unfitting', field: 'name', problem: 'name-taken' })
		const organId = shell.newId()
		const { name, shortName, kind, twoPersonReview } = form
		await work.tx.organ.create({
			data: { jurisdictionId, id: organId, name, shortName, kind, twoPersonReview },
		})
		work.note({ added: 'organ', id: organId, name: form.name, kind: form.kind })
		return accept({ organId })
	})
}

/** Adds a unit (内设机构) to an organ. */
export async function addUnit(
	shell: Shell,
	actor: Actor,
	key: string,
	form: UnitForm,
): Promise<Result<Done<{ unitId: string }>, Refusal>> {
	return commandOnJurisdiction(shell, actor, { key, body: form }, 'organisation.edited', async (work) => {
		const { jurisdictionId } = work
		const fault = nameFault('name', form.name) ?? kindFault(UNIT_KINDS, form.kind)
		if (fault) return refuse(fault)
		const organ = await work.tx.organ.findFirst({ where: { jurisdictionId, id: form.organId } })
		if (!organ) return refuse({ code: 'unfitting', field: 'organId', problem: 'unknown-organ' })
		const taken = await work.tx.unit.findFirst({
			where: { jurisdictionId, organId: form.organId, name: form.name },
		})
		if (taken) return refuse({ code: 'unfitting', field: 'name', problem: 'name-taken' })
		const unitId = shell.newId()
		const { organId, name, kind } = form
		await work.tx.unit.create({ data: { jurisdictionId, id: unitId, organId, name, kind } })
		work.note({ added: 'unit', id: unitId, organ: form.organId, name: form.name, kind: form.kind })
		return accept({ unitId })
	})
}

export type PersonForm = { readonly name: string; readonly staffCode: string; readonly loginName: string }

/** Adds a person with an account that has no password yet: the first one is set by a one-time link. */
export async function addPerson(
	shell: Shell,
	actor: Actor,
	key: string,
	form: PersonForm,
): Promise<Result<Done<{ accountId: string; personId: string }>, Refusal>> {
	return commandOnJurisdiction(shell, actor, { key, body: form }, 'account.created', async (work) => {
		const { jurisdictionId } = work
		const fault = nameFault('name', form.name) ?? nameFault('staffCode', form.staffCode)
		if (fault) return refuse(fault)
		if (!isLoginName(form.loginName))
			return refuse({ code: 'unfitting', field: 'loginName', problem: 'not-a-login' })
		const code = await work.tx.person.findFirst({ where: { jurisdictionId, staffCode: form.staffCode } })
		if (code) return refuse({ code: 'unfitting', field: 'staffCode', problem: 'code-taken' })
		const loginName = foldLoginName(form.loginName)
		const login = await work.tx.account.findUnique({ where: { loginName } })
		if (login) return refuse({ code: 'unfitting', field: 'loginName', problem: 'login-taken' })
		const personId = shell.newId()
		const accountId = shell.newId()
		await work.tx.person.create({
			data: { jurisdictionId, id: personId, name: form.name, staffCode: form.staffCode },
		})
		await work.tx.account.create({
			data: { jurisdictionId, id: accountId, personId, loginName, createdAt: work.at },
		})
		work.note({ person: personId, account: accountId, name: form.name })
		return accept({ accountId, personId })
	})
}
