/** A column that names a stored file by the hash of its bytes, and what tells people which file it is. */
type FileColumn = {
	readonly table: string
	readonly column: string
	/** SQL for the file's name and for its matter, over the table's own columns. */
	readonly name: string
	readonly matter: string
}

/**
 * Every column under which a file of the store is asked for. A backup takes these files and verification reads them: a
 * column that is not here is a file that nobody keeps.
 */
export const FILE_COLUMNS: readonly FileColumn[] = [
	{
		table: 'version_file',
		column: 'sha256',
		name: '"name"',
		matter: `(SELECT "matter_id" FROM "draft_version" WHERE "draft_version"."jurisdiction_id" = "version_file"."jurisdiction_id" AND "draft_version"."id" = "version_file"."version_id")`,
	},
	{ table: 'material', column: 'sha256', name: '"name"', matter: '"matter_id"' },
	{ table: 'unplaced_file', column: 'sha256', name: '"name"', matter: '"matter_id"' },
	{ table: 'sealed_paper', column: 'file_sha256', name: '"title"', matter: '"matter_id"' },
	{ table: 'published_document', column: 'file_sha256', name: '"file_name"', matter: '"matter_id"' },
	{ table: 'leader_consent', column: 'file_sha256', name: '"file_name"', matter: '"matter_id"' },
	{ table: 'agenda_approval', column: 'file_sha256', name: '"file_name"', matter: 'NULL' },
	{ table: 'document_import', column: 'file_sha256', name: '"file_name"', matter: 'NULL' },
]
