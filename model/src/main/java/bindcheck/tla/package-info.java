/**
 * TLA+ as this program evaluates it: what comes in is a module as SANY has parsed it, or such a
 * module written down; what goes out is its operators, as functions of values. Knows the language
 * and its standard modules, and nothing of what the specification says.
 */
package bindcheck.tla;
