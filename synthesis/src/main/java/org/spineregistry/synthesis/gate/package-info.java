/** Gates turn statistics into verdicts; a profile is a set of gates with bounds. */
package org.spineregistry.synthesis.gate;
