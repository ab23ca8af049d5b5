import { day, rowId, words } from './field.ts'
import { forms } from './form.ts'

/** A task or a result of a few sentences, in UTF-16 code units. */
const TASK_LIMIT = 500

const TASK = { task: rowId(), words: words(TASK_LIMIT) }

/** 督办: giving a task, reporting its result, and the office's answers. */
export const FOLLOW_UP = forms({
	set: { item: rowId(), organ: rowId(), what: words(TASK_LIMIT), dueOn: day() },
	report: TASK,
	confirm: TASK,
	return: TASK,
	withdraw: TASK,
})
