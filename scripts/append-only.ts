/**
 * The tables whose rows may be added and never changed or removed, and the triggers that hold them so, for both engines:
 * `tsx scripts/append-only.ts sqlite waiver_request` prints those of a table, for its migration. A test compares what a
 * database has with this list.
 */
import { pathToFileURL } from 'node:url'

type Engine = 'sqlite' | 'postgresql'

/** Each table with its keys: `INSERT OR REPLACE` of SQLite deletes by them without firing a delete trigger. */
export const APPEND_ONLY: Readonly<Record<string, readonly (readonly string[])[]>> = {
	draft_version: [['id'], ['matter_id', 'version_no']],
	version_file: [['version_id', 'position']],
	material: [['id']],
	step_answer: [['id']],
	consultation: [['id'], ['code']],
	consultation_end: [['consultation_id']],
	public_comment: [['id'], ['consultation_id', 'number'], ['receipt']],
	adoption_entry: [['id']],
	adoption_comment: [['entry_id', 'comment_id']],
	counsel_opinion: [['id']],
	counsel_disposition: [['counsel_opinion_id']],
	counsel_release: [['id']],
	opinion: [['id'], ['number']],
	opinion_item: [['id'], ['opinion_id', 'position']],
	opinion_point: [['opinion_id', 'point']],
	opinion_item_point: [['opinion_item_id', 'point']],
	opinion_step: [['opinion_id', 'step_answer_id']],
	opinion_risk: [['opinion_id']],
	opinion_material: [['opinion_id', 'material_id']],
	opinion_revocation: [['opinion_id']],
	reply: [['id']],
	recheck_item: [['recheck_id', 'opinion_item_id']],
	recheck_step: [['recheck_id', 'step_answer_id']],
	clearance: [['id'], ['number']],
	agenda_outcome: [['agenda_item_id']],
	off_system_item: [['id']],
	item_discussion: [['id']],
	item_voice: [['discussion_id', 'position']],
	record_correction: [['id']],
	follow_up_task: [['id']],
	follow_up_step: [['id']],
	urgent_approval: [['meeting_id', 'matter_id']],
	leader_consent: [['id']],
	emergency_step: [['id']],
	agenda_approval: [['id']],
	audit_entry: [['stream', 'seq'], ['stream', 'prev'], ['hash']],
	command_receipt: [['actor_id', 'key']],
	match_correction: [['id']],
	waiver_request: [['id']],
	waiver_decision: [['request_id']],
	file_reading: [['file_sha256', 'reader_version']],
	text_precheck: [['read_as_sha256', 'rules_version']],
	reading_confirmation: [['version_id']],
	interest_declaration: [['id']],
	recusal_request: [['id']],
	recusal_decision: [['request_id']],
	deadline_change: [['id']],
	matter_request: [['id']],
	request_decision: [['request_id']],
	law_confirmation: [['id']],
	review_designation: [['id']],
	review_designation_decision: [['designation_id']],
	delegated_act: [['id']],
	delegated_act_elsewhere: [['id']],
	published_document: [['id']],
	document_end: [['document_id']],
	meeting_revision: [['id']],
	meeting_check: [['id'], ['revision_id']],
	meeting_check_decision: [['check_id']],
	text_registration: [['id'], ['matter_id'], ['number']],
	text_numbering: [['registration_id'], ['document_number'], ['organ_code', 'year', 'running']],
	text_issue: [['registration_id']],
	matter_conclusion: [['matter_id']],
	document_import: [['id']],
	document_import_decision: [['import_id']],
	sealed_paper: [['id'], ['number'], ['code']],
	reading_sitting: [['id'], ['id', 'matter_id', 'person_id']],
	seen_change: [['matter_id', 'person_id', 'change']],
	checkpoint_leaf: [['position'], ['stream', 'seq']],
	checkpoint: [['size'], ['fingerprint']],
	checkpoint_deposit: [['size', 'target']],
	signing_key: [['id']],
}

/** A trigger by its name, with the statement that makes it. */
export type MadeTrigger = { readonly name: string; readonly sql: string }

/** The triggers of an append-only table. */
export function appendOnlyTriggers(engine: Engine, table: string): readonly MadeTrigger[] {
	return engine === 'sqlite' ? onSqlite(table) : onPostgresql(table)
}

function onSqlite(table: string): MadeTrigger[] {
	const refuse = (act: 'UPDATE' | 'DELETE') => ({
		name: `${table}_refuses_${act.toLowerCase()}`,
		sql: `CREATE TRIGGER ${table}_refuses_${act.toLowerCase()} BEFORE ${act} ON "${table}"
BEGIN
	SELECT RAISE(ABORT, '${table} is append-only');
END`,
	})
	const keys = (APPEND_ONLY[table] ?? []).map(
		(key) =>
			`(${['jurisdiction_id', ...key].map((column) => `"${column}" = NEW."${column}"`).join(' AND ')})`,
	)
	return [
		refuse('UPDATE'),
		refuse('DELETE'),
		{
			name: `${table}_refuses_replace`,
			sql: `CREATE TRIGGER ${table}_refuses_replace BEFORE INSERT ON "${table}"
BEGIN
	SELECT RAISE(ABORT, '${table} has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "${table}" WHERE ${keys.join('\n\t\t\tOR ')}
	);
END`,
		},
	]
}

/** ALWAYS: they hold in a session that says it is a replica, too. */
function onPostgresql(table: string): MadeTrigger[] {
	const refuse = (act: string, when: string, each: string) => ({
		name: `${table}_refuses_${act}`,
		sql: `CREATE TRIGGER "${table}_refuses_${act}" BEFORE ${when} ON "${table}" FOR EACH ${each} EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "${table}" ENABLE ALWAYS TRIGGER "${table}_refuses_${act}"`,
	})
	return [refuse('change', 'UPDATE OR DELETE', 'ROW'), refuse('truncate', 'TRUNCATE', 'STATEMENT')]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const [, , engine = 'sqlite', table = ''] = process.argv
	for (const { sql } of appendOnlyTriggers(engine === 'postgresql' ? 'postgresql' : 'sqlite', table))
		console.log(`${sql};\n`)
}
