/** After a timeout the next attempt's clocks run this much longer: the fix of the error table. */
export const patienceFactor = 2;
