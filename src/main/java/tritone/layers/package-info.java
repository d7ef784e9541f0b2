/**
 * The networks as Deeplearning4j trains them. One configuration, one layer and one initializer serve every cell, alone among
 * stock layers or fused with an embedding; beside them stand clipping to a global norm and updates of only those rows that
 * occurred. Arrays of ND4J become plain ones here and nowhere else; what is computed with them is the network package's.
 */
package tritone.layers;
