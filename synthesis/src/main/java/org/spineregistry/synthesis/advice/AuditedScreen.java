package org.spineregistry.synthesis.advice;

/**
 * One strength of the evidence screen and what it left to the attackers.
 *
 * @param kappa of the screen
 * @param auc of the strongest membership attack
 */
public record AuditedScreen(double kappa, double auc) {}
