/**
 * The search for executions that explain a stretch of a history, within a budget; it knows no rule
 * of a call, only which steps the model has.
 */
package bindcheck.history.linear;
