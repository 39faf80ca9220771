/** The report as one self-contained page: no script, no file from outside, readable in print. */
package org.spineregistry.synthesis.report.html;
