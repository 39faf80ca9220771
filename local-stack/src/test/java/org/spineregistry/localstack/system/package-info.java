/**
 * The whole system as real processes. Two stacks are shared by all tests of a run: one that a
 * user's start made, and one whose services were killed in mid-cycle; both certify the same cohort
 * from the same seed.
 */
package org.spineregistry.localstack.system;
