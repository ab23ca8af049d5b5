import { actorOf } from '#app/db/load-actor.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Result } from '#app/domain/result.ts'
import { addOrgan, addPerson, addUnit } from '#app/services/organisation/edit-organisation.server.ts'
import {
	createFirstAdministrators,
	issueFirstAdministratorsLink,
} from '#app/services/account/first-administrators.server.ts'
import { decideGrant, requestGrant } from '#app/services/organisation/grant-post.server.ts'
import {
	issuePasswordLink,
	linkTokenHash,
	newLinkToken,
} from '#app/services/organisation/manage-account.server.ts'
import { setPasswordByLink } from '#app/services/account/set-password.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { DEMO_PASSWORD } from './accounts.ts'
import { type DemoPerson, ADMINISTRATORS, DISTRICT, OFFICE, ORGANS, PEOPLE } from './district.ts'

/** The people of the demo by their login names. */
export type Cast = ReadonlyMap<string, Actor>

/** The value of an answer that the story counts on. */
export function granted<Value>(answer: Result<Value, unknown>): Value {
	if (!answer.ok) throw new Error(`the demo was refused: ${JSON.stringify(answer.reason)}`)
	return answer.value
}

/** Founds the district as a real house would be: set-up link, three administrators, organs, people, confirmed grants. */
export async function foundDistrict(shell: Shell): Promise<Cast> {
	await createAdministrators(shell)
	const system = await actorByLogin(shell, ADMINISTRATORS['system-administrator'].login)
	const security = await actorByLogin(shell, ADMINISTRATORS['security-administrator'].login)
	const places = await addOrgans(shell, system)
	for (const person of PEOPLE) await addMember(shell, system, security, places, person)
	const cast = new Map<string, Actor>()
	for (const { login } of PEOPLE) cast.set(login, await actorByLogin(shell, login))
	return cast
}

async function createAdministrators(shell: Shell): Promise<void> {
	const token = await issueFirstAdministratorsLink(shell)
	if (!token) throw new Error('the demo needs an empty database')
	const person = (role: keyof typeof ADMINISTRATORS) => ({
		name: ADMINISTRATORS[role].name,
		staffCode: ADMINISTRATORS[role].login,
		loginName: ADMINISTRATORS[role].login,
	})
	const administrators = granted(
		await createFirstAdministrators(shell, token, {
			jurisdictionName: DISTRICT.name,
			jurisdictionCode: DISTRICT.code,
			organName: OFFICE.name,
			organShortName: OFFICE.shortName,
			people: {
				'system-administrator': person('system-administrator'),
				'security-administrator': person('security-administrator'),
				'audit-administrator': person('audit-administrator'),
			},
		}),
	)
	for (const administrator of administrators)
		granted(await setPasswordByLink(shell, linkTokenHash(administrator.token), DEMO_PASSWORD))
}

async function addOrgans(shell: Shell, system: Actor): Promise<ReadonlyMap<string, string>> {
	const places = new Map<string, string>()
	const office = await shell.db.organ.findFirstOrThrow({ where: { name: OFFICE.name } })
	places.set(OFFICE.key, office.id)
	for (const { key, units, ...form } of ORGANS) {
		const { organId } = granted(
			await addOrgan(shell, system, shell.newId(), { ...form, twoPersonReview: false }),
		).value
		places.set(key, organId)
		for (const unit of units) {
			const added = await addUnit(shell, system, shell.newId(), { organId, name: unit.name, kind: unit.kind })
			places.set(unit.key, granted(added).value.unitId)
		}
	}
	return places
}

async function addMember(
	shell: Shell,
	system: Actor,
	security: Actor,
	places: ReadonlyMap<string, string>,
	person: DemoPerson,
): Promise<void> {
	const form = { name: person.name, staffCode: person.login, loginName: person.login }
	const { accountId, personId } = granted(await addPerson(shell, system, shell.newId(), form)).value
	const link = newLinkToken()
	granted(await issuePasswordLink(shell, system, shell.newId(), accountId, link.tokenSha256))
	granted(await setPasswordByLink(shell, link.tokenSha256, DEMO_PASSWORD))
	for (const role of person.roles) {
		const organId = places.get(person.organ) ?? ''
		const unitId = person.unit ? (places.get(person.unit) ?? null) : null
		const { postId } = granted(
			await requestGrant(shell, security, shell.newId(), { personId, organId, unitId, role }),
		).value
		granted(await decideGrant(shell, system, shell.newId(), postId, 'confirmed'))
	}
}

/** The actor behind a login name, with the posts that count now. */
export async function actorByLogin(shell: Shell, loginName: string): Promise<Actor> {
	const account = await shell.db.account.findUniqueOrThrow({
		where: { loginName },
		include: { person: { include: { posts: { where: { state: 'active' } } } } },
	})
	// Nobody of the demo stands in for anybody.
	const person = { ...account.person, standsIn: [], delegated: [] }
	return actorOf({ account: { ...account, person } } as unknown as Parameters<typeof actorOf>[0])
}
