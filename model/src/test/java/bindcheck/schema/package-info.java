/** The JSON Schemas that are published with this program, for the tests of what they describe. */
package bindcheck.schema;
