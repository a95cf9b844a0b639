/** What is claimed is seen again, or it is said what differs. */
package bindcheck.certificate;
