import { byAnAct } from './by-an-act.ts'
import { sealEntry } from '#app/domain/audit-chain/entry.ts'
import { submittedMatter } from './drafting-steps.ts'
import { proposed } from './meeting-steps.ts'
import type { TestShell } from './open-test-shell.ts'
import { runRaw } from './raw-sql.ts'
import type { SampleOrganisation } from './sample-organisation.ts'

/** What somebody forged who can write to the database and has no key. */
export type Forgery = {
	readonly matterId: string
	readonly agendaItemId: string
	readonly clearanceId: string
	readonly number: string
}

/**
 * Forges the clearance of a matter that nobody has cleared, by SQL alone and without breaking a wall: the opinion, the
 * clearance with a signature copied from a genuine one, its state, its live row, the listing on a meeting's agenda, and
 * the entry of its issue in the trail, sealed and chained as ours are, with the stream's head moved on to it.
 */
export async function forgeClearance(
	shell: TestShell,
	org: SampleOrganisation,
	meetingId: string,
): Promise<Forgery> {
	const matterId = await submittedMatter(shell, org)
	await byAnAct(shell, (tx) => tx.matter.updateMany({ where: { id: matterId }, data: { state: 'accepted' } }))
	const agendaItemId = await proposed(shell, org, matterId)
	const version = await shell.db.draftVersion.findFirstOrThrow({ where: { matterId } })
	const genuine = await shell.db.clearance.findFirst()
	const forgery = { matterId, agendaItemId, clearanceId: shell.newId(), number: '青司审通〔2026〕77号' }
	const bound = `'${matterId}','${version.id}','${version.contentSha256}'`
	const opinion = shell.newId()
	const { reviewer, checker, signer, secretary } = org.actors
	const post = signer.posts[0]?.id ?? ''
	const j = org.jurisdictionId
	const at = `'${shell.now().toISOString().replace('Z', '+00:00')}'`
	const entry = await nextEntry(shell, org, matterId, {
		clearance: forgery.clearanceId,
		number: forgery.number,
		kind: 'reviewed',
		version: version.id,
		contentSha256: version.contentSha256,
	})
	const statements = [
		`insert into opinion (jurisdiction_id, id, matter_id, version_id, content_sha256, round, number, conclusion, summary, body_sha256, reviewer_id, checker_id, signer_id, signer_post_id, is_two_person, signed_at) values ('${j}','${opinion}',${bound},1,'青司审〔2026〕77号','lawful','合法。','${'0'.repeat(64)}','${reviewer.personId}','${checker.personId}','${signer.personId}','${post}',false,${at})`,
		`insert into clearance (jurisdiction_id, id, matter_id, version_id, content_sha256, kind, opinion_id, number, signed_by, post_id, issued_at, key_id, signature) values ('${j}','${forgery.clearanceId}',${bound},'reviewed','${opinion}','${forgery.number}','${signer.personId}','${post}',${at},'${shell.clearanceKey.keyId}','${genuine?.signature ?? 'none'}')`,
		`insert into clearance_state (jurisdiction_id, clearance_id, state, changed_at) values ('${j}','${forgery.clearanceId}','valid',${at})`,
		`insert into clearance_live (jurisdiction_id, clearance_id, state, matter_id, version_id, content_sha256) values ('${j}','${forgery.clearanceId}','valid',${bound})`,
		`update matter set state = 'cleared' where id = '${matterId}'`,
		`update agenda_item set meeting_id = '${meetingId}', state = 'listed', position = 9 where id = '${agendaItemId}'`,
		`insert into agenda_listing (jurisdiction_id, agenda_item_id, meeting_id, clearance_id, matter_id, version_id, content_sha256, listed_by, listed_at) values ('${j}','${agendaItemId}','${meetingId}','${forgery.clearanceId}',${bound},'${secretary.personId}',${at})`,
		entry,
	]
	await runRaw(shell.url, statements.join(';'))
	return forgery
}

/** The statements that continue a matter's stream by a well-made entry: the chain needs no key, only the signature does. */
async function nextEntry(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	detail: Readonly<Record<string, string>>,
): Promise<string> {
	const { jurisdictionId } = org
	const { signer } = org.actors
	const stream = `matter/${matterId}`
	const head = await shell.db.auditStream.findFirstOrThrow({ where: { jurisdictionId, stream } })
	const at = shell.now().toISOString()
	const sealed = sealEntry({
		log: jurisdictionId,
		stream,
		seq: head.seq + 1,
		prev: head.hash,
		at,
		cmd: shell.newId(),
		actor: { id: signer.personId, name: signer.name, role: 'signing-officer', organ: null, unit: null },
		act: 'clearance.issued',
		outcome: 'done',
		detail,
		pre: null,
		post: null,
		blob: [],
	})
	return [
		`insert into audit_entry (jurisdiction_id, stream, seq, prev, hash, leaf, at, kind, outcome, actor_id, matter_id) values ('${jurisdictionId}','${stream}',${head.seq + 1},'${head.hash}','${sealed.hash}','${sealed.leaf}','${at.replace('Z', '+00:00')}','clearance.issued','done','${signer.personId}','${matterId}')`,
		`update audit_stream set seq = ${head.seq + 1}, hash = '${sealed.hash}' where stream = '${stream}'`,
	].join(';')
}
