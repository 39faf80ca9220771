/**
 * Plays a registry app on a local stack: submits a cohort, follows its cycles, tells what came out.
 */
package org.spineregistry.localstack.demo;
