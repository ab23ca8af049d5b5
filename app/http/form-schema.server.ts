import { parse, type Submission } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import { type Problem, PROBLEMS } from '#app/domain/problem.ts'
import type { Fault, Sent, UploadedFile } from '#app/forms/field.ts'
import { type Form, type Forms, type Given, readForm } from '#app/forms/form.ts'

/**
 * The shape of what a form brings, said with Zod. A fault is the code of a problem (`refusals.problem.*` words it),
 * shown beside its field. What a value means beside the rows of the database is the domain's to judge, not this.
 */

/** Words that must be there, at most `most` characters. */
export const words = (most: number) => z.string().trim().min(1).max(most)

/** Words that may be left out: then the empty text. */
export const wordsOrNone = (most: number) => z.string().trim().max(most).default('')

/** One id of a row, as a hidden field or a list carries it. */
export const rowId = z.uuid()

/** A box that must be ticked; `problem` says what its not being ticked means. */
export const ticked = (problem: Problem) => z.literal('yes', { error: problem })

/** A password as it was typed: never trimmed, never shown again. */
export const passwordWords = z.string().max(1000)

/** A day such as 2026-11-23. */
export const day = z.iso.date()

/** The fields of a form whose names begin with a prefix, by the rest of their names: one field an item, a step, a paper. */
export function fieldsFrom(form: Readonly<Record<string, unknown>>, prefix: string): [string, string][] {
	return Object.entries(form).flatMap(([name, value]) =>
		name.startsWith(prefix) && typeof value === 'string'
			? [[name.slice(prefix.length), value.trim()] as [string, string]]
			: [],
	)
}

/** The words of a field whose name was built, '' where it was left empty. */
export function wordsAt(form: Readonly<Record<string, unknown>>, name: string): string {
	const value = form[name]
	return typeof value === 'string' ? value.trim() : ''
}

const HIDDEN = ['csrf', 'key', 'seen', 'password', 'repeat']

/** What came with a form, by its schema; faults are codes of problems by field. */
export type FormSubmission<Value> = Submission<unknown, Problem[], Value>

/** What a form is read by: its definition in `app/forms`, one of several of a page, or a schema. */
export type FormShape = z.ZodType | Form | Forms

/** What a form gives once it was read. */
export type FormValue<Shape extends FormShape> = Shape extends z.ZodType ? z.output<Shape> : Given<Shape>

/** Reads the fields of a form; files are read elsewhere and come beside them. */
export function parseForm<Shape extends FormShape>(
	fields: FormData,
	shape: Shape,
	files: readonly (UploadedFile & { readonly field: string })[] = [],
): FormSubmission<FormValue<Shape>> {
	// The compiler does not narrow a conditional type by a test of the value.
	return (
		shape instanceof z.ZodType ? parseSchema(fields, shape) : parseDefined(fields, shape, files)
	) as FormSubmission<FormValue<Shape>>
}

function parseDefined(
	fields: FormData,
	shape: Form | Forms,
	files: readonly (UploadedFile & { readonly field: string })[],
): FormSubmission<unknown> {
	const sent: Sent = {
		names: [...new Set([...fields.keys(), ...files.map(({ field }) => field)])],
		texts: (name) => fields.getAll(name).filter((value) => typeof value === 'string'),
		files: (name) => files.filter(({ field }) => field === name),
	}
	const read = readForm(shape, sent)
	return parse<unknown, Problem[]>(fields, {
		resolve: () => (read.ok ? { value: read.value } : { error: byField(read.reason) }),
	})
}

function byField(faults: readonly Fault[]): Record<string, Problem[]> {
	return Object.fromEntries(faults.map(({ field, problem }) => [field, [problem]]))
}

function parseSchema(fields: FormData, schema: z.ZodType): FormSubmission<unknown> {
	return parseWithZod(fields, {
		schema,
		error: (issue) => problemOf(issue),
		formatError: (issues: z.core.$ZodIssue[]) =>
			issues.flatMap(({ message }) => PROBLEMS.filter((problem) => problem === message)),
	})
}

/** What goes back to the page with a refusal: what was typed, but for passwords, and the faults beside their fields. */
export function replyOf(submission: FormSubmission<unknown>, faults: Record<string, Problem[]> = {}) {
	return submission.reply({ fieldErrors: faults, formErrors: [], hideFields: HIDDEN })
}

function problemOf(issue: z.core.$ZodRawIssue): Problem {
	if (issue.input === undefined || issue.code === 'too_small') return 'missing'
	if (issue.code === 'too_big') return 'too-long'
	if (issue.code === 'invalid_format') return issue.format === 'date' ? 'not-a-date' : 'unknown-choice'
	if (issue.code === 'invalid_type' && issue.expected === 'number') return 'not-a-number'
	return 'unknown-choice'
}
