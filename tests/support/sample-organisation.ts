import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import { loadReferenceSeeds } from '#seeds/reference/load-reference.ts'
import type { TestShell } from './open-test-shell.ts'

/** A small district: everybody whom the main job needs, one person a role, and strangers next door. */
export type SampleOrganisation = {
	readonly jurisdictionId: string
	readonly organs: Record<'office' | 'agriculture' | 'housing' | 'justice' | 'leadership', string>
	readonly units: Record<'planning' | 'agricultureLegal' | 'rental' | 'review' | 'secretariat', string>
	readonly actors: Record<SampleActor, Actor>
}

export type SampleActor =
	| 'drafter'
	| 'head'
	| 'otherDrafter'
	| 'otherHead'
	| 'registrar'
	| 'lead'
	| 'reviewer'
	| 'otherReviewer'
	| 'checker'
	| 'signer'
	| 'counsel'
	| 'otherCounsel'
	| 'secretary'
	| 'otherSecretary'
	| 'leader'
	| 'supervisor'
	| 'systemAdministrator'
	| 'securityAdministrator'
	| 'auditAdministrator'

type Place = {
	organ: keyof SampleOrganisation['organs']
	unit?: keyof SampleOrganisation['units']
	role: Role
}

const PLACES: Record<SampleActor, Place> = {
	drafter: { organ: 'agriculture', unit: 'planning', role: 'drafter' },
	head: { organ: 'agriculture', unit: 'planning', role: 'department-head' },
	otherDrafter: { organ: 'housing', unit: 'rental', role: 'drafter' },
	otherHead: { organ: 'housing', unit: 'rental', role: 'department-head' },
	registrar: { organ: 'justice', unit: 'review', role: 'registrar' },
	lead: { organ: 'justice', unit: 'review', role: 'review-lead' },
	reviewer: { organ: 'justice', unit: 'review', role: 'reviewer' },
	otherReviewer: { organ: 'justice', unit: 'review', role: 'reviewer' },
	checker: { organ: 'justice', unit: 'review', role: 'checker' },
	signer: { organ: 'justice', unit: 'review', role: 'signing-officer' },
	counsel: { organ: 'justice', unit: 'review', role: 'counsel' },
	otherCounsel: { organ: 'justice', unit: 'review', role: 'public-lawyer' },
	secretary: { organ: 'office', unit: 'secretariat', role: 'secretary' },
	otherSecretary: { organ: 'office', unit: 'secretariat', role: 'secretary' },
	leader: { organ: 'leadership', role: 'leader' },
	supervisor: { organ: 'leadership', role: 'supervisor' },
	systemAdministrator: { organ: 'office', unit: 'secretariat', role: 'system-administrator' },
	securityAdministrator: { organ: 'office', unit: 'secretariat', role: 'security-administrator' },
	auditAdministrator: { organ: 'office', unit: 'secretariat', role: 'audit-administrator' },
}

const ORGANS = {
	office: ['青禾区人民政府办公室', '青府办', 'government-office'],
	agriculture: ['青禾区农业农村局', '青农', 'department'],
	housing: ['青禾区住房和城乡建设局', '青住建', 'department'],
	justice: ['青禾区司法局', '青司', 'review-body'],
	leadership: ['青禾区人民政府', '青政', 'leadership'],
} as const

const UNITS = {
	planning: ['agriculture', '产业发展科', 'ordinary'],
	agricultureLegal: ['agriculture', '政策法规科', 'legal'],
	rental: ['housing', '房产管理科', 'ordinary'],
	review: ['justice', '合法性审查科', 'ordinary'],
	secretariat: ['office', '秘书科', 'ordinary'],
} as const

/** Writes the sample district into a test's database, with the reference data, and gives its actors. */
export async function seedOrganisation(shell: TestShell, code = 'qinghe'): Promise<SampleOrganisation> {
	const jurisdictionId = shell.newId()
	const organs = idsFor(ORGANS, shell)
	const units = idsFor(UNITS, shell)
	await loadReferenceSeeds(shell.db)
	const actors: Partial<Record<SampleActor, Actor>> = {}
	await inTransaction(shell.db, async (tx) => {
		await tx.jurisdiction.create({
			data: { id: jurisdictionId, name: '青禾区', code, createdAt: shell.now() },
		})
		for (const [key, [name, shortName, kind]] of Object.entries(ORGANS))
			await tx.organ.create({
				data: { jurisdictionId, id: organs[key as keyof typeof ORGANS], name, shortName, kind },
			})
		for (const [key, [organ, name, kind]] of Object.entries(UNITS))
			await tx.unit.create({
				data: { jurisdictionId, id: units[key as keyof typeof UNITS], organId: organs[organ], name, kind },
			})
		for (const [name, place] of Object.entries(PLACES) as [SampleActor, Place][])
			actors[name] = await seedPerson(shell, tx, jurisdictionId, name, place, organs, units)
		await appendAudit(tx, {
			jurisdictionId,
			stream: `opening/${jurisdictionId}`,
			at: shell.now(),
			actor: null,
			kind: 'installation.opened',
			outcome: 'done',
			detail: { jurisdiction: '青禾区', people: [], links: [] },
		})
	})
	return { jurisdictionId, organs, units, actors: actors as Record<SampleActor, Actor> }
}

async function seedPerson(
	shell: TestShell,
	tx: Tx,
	jurisdictionId: string,
	name: string,
	place: Place,
	organs: SampleOrganisation['organs'],
	units: SampleOrganisation['units'],
): Promise<Actor> {
	const personId = shell.newId()
	const accountId = shell.newId()
	const organId = organs[place.organ]
	const unitId = place.unit ? units[place.unit] : null
	const post = { id: shell.newId(), role: place.role, organId, unitId }
	await tx.person.create({ data: { jurisdictionId, id: personId, name, staffCode: name } })
	await tx.account.create({
		data: {
			jurisdictionId,
			id: accountId,
			personId,
			loginName: `${name}-${accountId}`,
			createdAt: shell.now(),
		},
	})
	await tx.post.create({
		data: {
			...post,
			jurisdictionId,
			personId,
			state: 'active',
			requestedAt: shell.now(),
			confirmedAt: shell.now(),
		},
	})
	return { jurisdictionId, accountId, personId, name, posts: [post] }
}

function idsFor<Key extends string>(rows: Record<Key, unknown>, shell: TestShell): Record<Key, string> {
	return Object.fromEntries(Object.keys(rows).map((key) => [key, shell.newId()])) as Record<Key, string>
}
