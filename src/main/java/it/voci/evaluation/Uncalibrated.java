package it.voci.evaluation;

/** How far a task's scores could be read as probabilities before their temperature was fitted. */
public record Uncalibrated(CalibrationScores scores, Interval ece) {}
