/** Child processes that start in a known state, stop in order, and never outlive their parent. */
package org.spineregistry.nodes.process;
