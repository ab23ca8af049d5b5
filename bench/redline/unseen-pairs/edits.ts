/** Edits of a draft as they occur in practice, each keeping the origins of what it touches. */
import { changeNumbers, deleteArticle, insertArticle, insertTwin, move, rewrite } from './article-edits.ts'
import type { Edit } from './editing.ts'
import {
	deleteChapter,
	deleteHeading,
	deleteItem,
	insertChapter,
	insertItem,
	joinParagraphs,
	moveParagraph,
	renameChapter,
	splitParagraph,
} from './inner-edits.ts'
import { mergeArticles, splitArticle } from './part-edits.ts'

export const EDITS = {
	'article inserted': insertArticle(false),
	'article inserted as 之一': insertArticle(true),
	'near copy inserted': insertTwin,
	'article deleted': deleteArticle,
	'article moved in its chapter': move(false),
	'article moved to another chapter': move(true),
	'article split in two': splitArticle(2),
	'article split in three': splitArticle(3),
	'two short articles to paragraphs of one': mergeArticles('paragraphs'),
	'three short articles to paragraphs of one': mergeArticles('paragraphs', 3),
	'two short articles to items of one': mergeArticles('items'),
	'two short articles to one sentence': mergeArticles('sentence'),
	'paragraph split': splitParagraph,
	'paragraphs joined': joinParagraphs,
	'paragraph moved': moveParagraph,
	'item inserted': insertItem,
	'item deleted': deleteItem,
	'article rewritten lightly': rewrite(0.04, 0.15),
	'article rewritten heavily': rewrite(0.3, 0.6),
	'numbers changed': changeNumbers,
	'chapter inserted': insertChapter,
	'chapter deleted': deleteChapter,
	'heading deleted': deleteHeading,
	'heading renamed': renameChapter,
} satisfies Record<string, Edit>

export type EditName = keyof typeof EDITS

export const EDIT_NAMES = Object.keys(EDITS) as EditName[]
