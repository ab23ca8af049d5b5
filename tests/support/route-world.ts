import { hash } from '@node-rs/argon2'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { requestSupplement } from '#app/services/intake/request-supplement.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import { amendingMatter, foundMatter, handedInMatter } from './after-meeting-steps.ts'
import {
	DRAFT_TEXT,
	matterOf,
	must,
	orderOn,
	picturedMatter,
	submittedMatter,
	unseenMatter,
	uploadText,
} from './drafting-steps.ts'
import { matterToBe, publishedMatter } from './issue-steps.ts'
import { byAnAct } from './by-an-act.ts'
import { heldMeeting, listedItem, proposed, signedAgenda } from './meeting-steps.ts'
import { orderAskedMatter } from './emergency-steps.ts'
import type { TestShell } from './open-test-shell.ts'
import { PICTURE_SHA256 } from './pictured-draft.ts'
import { decidedMatter, registered } from './register-steps.ts'
import {
	PASSWORD,
	checkedMatter,
	counselSays,
	recheckMatter,
	reviewingMatter,
	signedMatter,
} from './review-steps.ts'
import { type SampleOrganisation, seedOrganisation } from './sample-organisation.ts'

/** What routes are asked about: a matter at every station, two meetings, somebody to administer. */
export type RouteWorld = {
	readonly org: SampleOrganisation
	readonly matters: Readonly<Record<MatterName, string>>
	readonly meetings: Readonly<Record<MeetingName, string>>
	readonly ids: Readonly<Record<RowName, string>>
	/** Everybody who may ask, by what they are: the district's own people and their like next door. */
	readonly actors: Readonly<Record<string, Actor>>
}

export type MatterName =
	| 'ready'
	| 'unread'
	| 'unseen'
	| 'unseenUnasked'
	| 'submitted'
	| 'supplementing'
	| 'accepted'
	| 'reviewing'
	| 'heldByCounsel'
	| 'checked'
	| 'cleared'
	| 'changed'
	| 'amended'
	| 'recheck'
	| 'proposed'
	| 'listed'
	| 'amending'
	| 'handedIn'
	| 'found'
	| 'referred'
	| 'passed'
	| 'registered'
	| 'numbered'
	| 'issued'
	| 'published'
	| 'ordered'

export type MeetingName = 'planned' | 'held'

type RowName =
	| 'target'
	| 'postId'
	| 'recovery'
	| 'picturedFile'
	| 'picture'
	| 'file'
	| 'opinion'
	| 'opinionItem'
	| 'counselOpinion'
	| 'listedItem'
	| 'pooledItem'
	| 'heldItem'
	| 'heldTask'
	| 'reviewer'
	| 'housing'
	| 'leader'
	| 'document'
	| 'paper'
	| 'meetingPaper'
	| 'signedAgenda'

/** Hundreds of forms bring a password: a hash that is cheap to check keeps the matrix quick. */
const QUICK = { algorithm: 2, memoryCost: 1024, timeCost: 1, parallelism: 1 } as const

/** Sets up the whole world in a test's database. Everybody has the test's password. */
export async function openRouteWorld(shell: TestShell): Promise<RouteWorld> {
	const org = await seedOrganisation(shell)
	const next = await seedOrganisation(shell, 'next-door')
	const actors = { ...(await everybody(shell, org, '')), ...(await everybody(shell, next, ' next door')) }
	const listed = await listedItem(shell, org)
	const held = await heldMeeting(shell, org)
	const matters = { ...(await mattersOf(shell, org)), listed: listed.matterId }
	const heldTask = await taskOf(shell, org, held)
	const pooledItem = await proposed(shell, org, matters.proposed)
	const rows = await rowsOf(shell, org, matters)
	await shell.db.account.updateMany({ data: { passwordHash: await hash(PASSWORD, QUICK) } })
	return {
		org,
		actors,
		matters,
		meetings: { planned: listed.meetingId, held: held.meetingId },
		ids: {
			...rows,
			document: await registered(shell, org),
			signedAgenda: await signedAgenda(shell, org, listed.meetingId),
			meetingPaper: await paperOf(shell, { meetingId: held.meetingId }),
			listedItem: listed.itemId,
			heldItem: held.itemId,
			heldTask,
			pooledItem,
		},
	}
}

/** A task that the held meeting gave the drafting organ, as an act would have left it. */
async function taskOf(
	shell: TestShell,
	org: SampleOrganisation,
	{ meetingId, itemId }: { readonly meetingId: string; readonly itemId: string },
): Promise<string> {
	const { jurisdictionId, personId, posts } = org.actors.secretary
	const id = shell.newId()
	const given = { meetingId, agendaItemId: itemId, organId: org.organs.agriculture, what: '印发办法。' }
	const hand = { setBy: personId, postId: posts[0]?.id ?? '', setAt: shell.now(), dueOn: '2026-12-31' }
	await byAnAct(shell, (tx) => tx.followUpTask.create({ data: { ...given, ...hand, jurisdictionId, id } }))
	return id
}

/** The sample's people, and those whom the sample lacks: a legal unit, and the same posts in another unit and organ. */
async function everybody(
	shell: TestShell,
	org: SampleOrganisation,
	suffix: string,
): Promise<Record<string, Actor>> {
	const { agriculture } = org.organs
	const { agricultureLegal } = org.units
	const more: Record<string, Actor> = {
		legalUnit: await addPerson(shell, org, 'legalUnit', 'legal-unit', agriculture, agricultureLegal),
		drafterOfOtherUnit: await addPerson(
			shell,
			org,
			'drafterOfOtherUnit',
			'drafter',
			agriculture,
			agricultureLegal,
		),
		secretaryOfOtherOrgan: await addPerson(
			shell,
			org,
			'secretaryOfOtherOrgan',
			'secretary',
			agriculture,
			null,
		),
	}
	return Object.fromEntries(
		Object.entries({ ...org.actors, ...more }).map(([name, actor]) => [name + suffix, actor]),
	)
}

async function addPerson(
	shell: TestShell,
	{ jurisdictionId }: SampleOrganisation,
	name: string,
	role: Role,
	organId: string,
	unitId: string | null,
): Promise<Actor> {
	const personId = shell.newId()
	const accountId = shell.newId()
	const post = { id: shell.newId(), role, organId, unitId }
	const at = shell.now()
	await shell.db.person.create({ data: { jurisdictionId, id: personId, name, staffCode: name } })
	await shell.db.account.create({
		data: { jurisdictionId, id: accountId, personId, loginName: `${name}-${accountId}`, createdAt: at },
	})
	await shell.db.post.create({
		data: { ...post, jurisdictionId, personId, state: 'active', requestedAt: at, confirmedAt: at },
	})
	return { jurisdictionId, accountId, personId, name, posts: [post] }
}

async function mattersOf(shell: TestShell, org: SampleOrganisation) {
	const supplementing = await submittedMatter(shell, org)
	const list = [{ what: '请补充起草说明。', reason: '缺少制定依据。' }]
	must(await requestSupplement(shell, org.actors.registrar, orderOn(shell, supplementing), list))
	const accepted = await submittedMatter(shell, org)
	must(await acceptMatter(shell, org.actors.registrar, orderOn(shell, accepted)))
	const heldByCounsel = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, heldByCounsel, 'unlawful'))
	const changed = await signedMatter(shell, org)
	const { title } = await matterOf(shell, org, changed)
	must(await uploadText(shell, org, changed, `${DRAFT_TEXT}\n第五条　另行规定。`, title))
	return {
		supplementing,
		accepted,
		heldByCounsel,
		changed,
		ready: await picturedMatter(shell, org),
		unread: await picturedMatter(shell, org, false),
		unseen: await unseenMatter(shell, org),
		unseenUnasked: await unseenMatter(shell, org, false),
		submitted: await submittedMatter(shell, org),
		reviewing: await reviewingMatter(shell, org),
		checked: await checkedMatter(shell, org),
		cleared: await signedMatter(shell, org),
		amended: await signedMatter(shell, org, 'amend'),
		recheck: await recheckMatter(shell, org),
		proposed: await signedMatter(shell, org),
		amending: await amendingMatter(shell, org),
		handedIn: await handedInMatter(shell, org),
		found: await foundMatter(shell, org),
		referred: await decidedMatter(shell, org, 'other'),
		passed: await matterToBe(shell, org, 'registered'),
		registered: await matterToBe(shell, org, 'numbered'),
		numbered: await matterToBe(shell, org, 'issued'),
		issued: await matterToBe(shell, org, 'published'),
		published: await publishedMatter(shell, org),
		ordered: await orderAskedMatter(shell, org),
	}
}

async function rowsOf(
	shell: TestShell,
	org: SampleOrganisation,
	matters: Awaited<ReturnType<typeof mattersOf>>,
) {
	const { housing } = org.organs
	const target = await addPerson(shell, org, 'target', 'drafter', housing, org.units.rental)
	const { sha256 } = await shell.db.versionFile.findFirstOrThrow({
		where: { version: { matterId: matters.reviewing } },
	})
	const cleared = await matterOf(shell, org, matters.cleared)
	const amended = await matterOf(shell, org, matters.amended)
	const held = await matterOf(shell, org, matters.heldByCounsel)
	const pictured = await matterOf(shell, org, matters.ready)
	const recovery = shell.newId()
	await shell.db.accountRecovery.create({
		data: {
			jurisdictionId: org.jurisdictionId,
			id: recovery,
			accountId: target.accountId,
			reason: '忘记密码。',
			requestedBy: org.actors.systemAdministrator.personId,
			requestedAt: shell.now(),
		},
	})
	return {
		recovery,
		picturedFile: pictured.currentVersion?.files[0]?.sha256 ?? '',
		picture: PICTURE_SHA256,
		target: target.personId,
		postId: target.posts[0]?.id ?? '',
		file: sha256,
		opinion: cleared.opinions[0]?.id ?? '',
		opinionItem: amended.opinions[0]?.items[0]?.id ?? '',
		counselOpinion: held.counselOpinions[0]?.id ?? '',
		paper: await paperOf(shell, { matterId: matters.cleared, meetingId: null }),
		reviewer: org.actors.otherReviewer.personId,
		leader: org.actors.leader.personId,
		housing,
	}
}

/** The first paper that was sealed there. */
async function paperOf(
	shell: TestShell,
	where: { readonly matterId?: string; readonly meetingId: string | null },
): Promise<string> {
	return (await shell.db.sealedPaper.findFirstOrThrow({ where, orderBy: { id: 'asc' } })).id
}
