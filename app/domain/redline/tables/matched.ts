/** A row, or a column, of two tables that is the same in both, by its place in each from 0. */
export type Matched = { readonly old: number; readonly new: number }
