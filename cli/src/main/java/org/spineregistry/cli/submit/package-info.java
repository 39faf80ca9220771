/** Sends the cases of a CSV file to the intake and tells what became of each. */
package org.spineregistry.cli.submit;
