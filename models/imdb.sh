#!/bin/sh
# Makes all that ships of the Large Movie Review Dataset: the vectors in vocab/imdb, and the models imdb-simple-rnn, imdb-lstm
# and imdb-gru beside this script.
#
#   models/imdb.sh FOLDER [WORK]
#
# FOLDER holds train.tsv.gz and unsup.tsv.gz (id, label, rating, text; no label in the second) and train.movies.tsv.gz (id,
# film). What is between is kept in WORK (usually target/imdb); what is there already is not made again, so that a run that was
# broken off goes on. 5,000 reviews, whole films, are left out of everything and validated on; SEED (usually 1) is that of all
# classifiers, PASSES (usually 4) how often the language models read all text.
set -eu

home=$(cd "$(dirname "$0")/.." && pwd -P)
imdb=${1:?"give the folder of train.tsv.gz, unsup.tsv.gz and train.movies.tsv.gz"}
work=${2:-target/imdb}
seed=${SEED:-1}
passes=${PASSES:-4}
train=$imdb/train.tsv.gz
unsup=$imdb/unsup.tsv.gz
held="--groups $imdb/train.movies.tsv.gz --validation ${HELD:-5000}"
mkdir -p "$work"

# What makes the folder $1, unless it is there; a training that was stopped goes on.
make() {
    output=$1
    shift
    if [ -d "$output" ]; then return; fi
    echo "== $output, $(date +%T)"
    if [ -d "$output.training" ]; then
        "$home/tritone" train --resume --output "$output"
    else
        "$home/tritone" "$@" --output "$output"
    fi
}

# shellcheck disable=SC2086 # $held is several words
{
    make "$home/vocab/imdb" pretrain vectors "$train" "$unsup" $held --examples great,awful,boring,director,8

    for cell in lstm gru; do
        make "$work/$cell-lm" pretrain language-model "$train" "$unsup" $held --cell $cell --epochs "$passes"
    done

    # Two generations of teachers; the linear classifier errs in other places than the cells. The first has labels alone, which
    # it would soon know by heart.
    make "$work/linear" train "$train" $held --cell linear
    for cell in lstm gru; do
        make "$work/$cell-1" train "$train" $held --preset best --from "$work/$cell-lm" --seed "$seed" \
            --input-dropout 0.5
    done
    for cell in lstm gru; do
        make "$work/$cell-2" train "$train" $held --preset best --from "$work/$cell-lm" --seed "$seed" \
            --teachers "$work/linear,$work/lstm-1,$work/gru-1" --unlabelled "$unsup"
    done

    for cell in simple-rnn lstm gru; do
        start="--from $work/$cell-lm"
        if [ $cell = simple-rnn ]; then start="--cell simple-rnn"; fi
        make "$work/$cell" train "$train" $held --preset best $start --seed "$seed" \
            --teachers "$work/linear,$work/lstm-2,$work/gru-2" --unlabelled "$unsup"
        make "$home/models/imdb-$cell" model quantize "$work/$cell" "$train" --held-out --to int8
    done
}
